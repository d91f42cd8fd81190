package io.partnerledger.log;

/** A key that is taken: by whom, and the position of the last event that was appended together with it. */
public record StoredKey(String scope, String key, String owner, long position) {}
