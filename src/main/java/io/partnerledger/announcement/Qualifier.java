package io.partnerledger.announcement;

/** How firmly a source states an amount or a quantity. */
public enum Qualifier {
    EXACT,
    UP_TO,
    AT_LEAST,
    APPROXIMATELY,
    RANGE,
    UNDISCLOSED
}
