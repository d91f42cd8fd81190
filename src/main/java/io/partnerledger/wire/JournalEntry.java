package io.partnerledger.wire;

/**
 * One line of a journal: where it stands (lines count from 1), what is to be stored, byte for byte, and the event that
 * it tells, in the present revision.
 */
public record JournalEntry(String file, int line, Envelope envelope, Object event) {}
