package io.partnerledger.platform;

/** What every accepted change answers: who changed, its revision, and the position of the (last) event in the log. */
public record Receipt(String id, long revision, long position) {}
