package io.partnerledger.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the log stores them: whole microseconds since 1970, rounded down. */
final class EpochMicros {

    private EpochMicros() {}

    static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant.truncatedTo(ChronoUnit.MICROS));
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
