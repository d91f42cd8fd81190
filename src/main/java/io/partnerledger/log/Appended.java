package io.partnerledger.log;

import java.time.Instant;

/** Where the events of one append are: the positions of its first and last event, and when they were recorded. */
public record Appended(long firstPosition, long lastPosition, Instant recordedAt) {}
