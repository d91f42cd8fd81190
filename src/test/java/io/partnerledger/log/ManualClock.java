package io.partnerledger.log;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that is set by hand, backwards too. */
final class ManualClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-01-02T03:04:05.678901Z");
    private volatile boolean lookedAt;

    void set(Instant instant) {
        now = instant;
    }

    boolean wasLookedAt() {
        return lookedAt;
    }

    @Override
    public Instant instant() {
        lookedAt = true;
        return now;
    }
}
