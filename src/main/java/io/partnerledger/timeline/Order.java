package io.partnerledger.timeline;

/**
 * In which of the two times a timeline runs, oldest first: by when things were announced, as the folds weigh it, or by
 * when the ledger learnt them. Only the second has corrections and the like as items of their own.
 */
public enum Order {
    VALID,
    RECORDED
}
