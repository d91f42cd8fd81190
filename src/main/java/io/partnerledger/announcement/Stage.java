package io.partnerledger.announcement;

/** How binding a commitment is. */
public enum Stage {
    RUMOURED,
    NON_BINDING,
    BINDING
}
