package io.partnerledger.announcement;

/** How a deal ended. */
public enum Outcome {
    COMPLETED,
    CONVERTED,
    LAPSED,
    TERMINATED
}
