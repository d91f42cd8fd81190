package io.partnerledger.log;

import java.time.Instant;

/** Times as the log stores them: whole microseconds since 1970, rounded down; beyond the range of that, its end. */
final class EpochMicros {

    private static final long PER_SECOND = 1_000_000;
    private static final long LAST_SECOND = Long.MAX_VALUE / PER_SECOND - 1;

    private EpochMicros() {}

    static long of(Instant instant) {
        long second = Math.clamp(instant.getEpochSecond(), -LAST_SECOND, LAST_SECOND);
        return second * PER_SECOND + instant.getNano() / 1000;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1000);
    }
}
