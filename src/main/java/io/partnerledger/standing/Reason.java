package io.partnerledger.standing;

/** Why a statement was not counted. */
public enum Reason {
    SUPERSEDED,
    CORRECTED,
    RETRACTED,
    DEPRECATED,
    DUPLICATE,
    RUMOURED,
    UNDISCLOSED,
    RESTATED_TOTAL,
    ENDED,
    NO_PARTIES,
    NOT_YET_EFFECTIVE,
    AFTER_VALID_AT
}
