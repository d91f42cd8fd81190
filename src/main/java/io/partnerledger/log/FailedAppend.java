package io.partnerledger.log;

import java.time.Instant;

/** That the newest append failed, through no fault of its own: when, by the log's clock, and of what, in words. */
public record FailedAppend(Instant at, String message) {}
