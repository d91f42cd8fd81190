package io.partnerledger.announcement;

/** An editor's judgement of an announcement among others on the same fact. */
public enum Rank {
    PREFERRED,
    NORMAL,
    DEPRECATED
}
