package io.partnerledger.log;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** A clock that is set by hand, backwards too. */
final class ManualClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-01-02T03:04:05.678901Z");
    private final AtomicInteger looks = new AtomicInteger();

    void set(Instant instant) {
        now = instant;
    }

    int looks() {
        return looks.get();
    }

    @Override
    public Instant instant() {
        looks.incrementAndGet();
        return now;
    }
}
