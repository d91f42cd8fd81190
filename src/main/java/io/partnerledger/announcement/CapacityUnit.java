package io.partnerledger.announcement;

/** What capacity is measured in. Units are never added to one another. */
public enum CapacityUnit {
    MW,
    GW,
    GPU,
    TPU,
    TRAINIUM_CHIP,
    ACCELERATOR
}
