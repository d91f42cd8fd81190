package io.partnerledger.announcement;

/** How far announced capacity has come. */
public enum CapacityStatus {
    PLANNED,
    CONTRACTED,
    UNDER_CONSTRUCTION,
    ONLINE,
    RELEASED
}
