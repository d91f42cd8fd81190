package io.partnerledger.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild has come: events done of {@code total} (the log's end as it was last seen), the rate, and the time
 * left at that rate. {@code difference} is there once the new build was compared, {@code failure} where it failed.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Progress(
        String projection,
        State state,
        long done,
        long total,
        long eventsPerSecond,
        long secondsLeft,
        Instant startedAt,
        @Nullable Difference difference,
        @Nullable String failure) {

    /** What the rebuild is at. */
    public enum State {
        BUILDING,
        INDEXING,
        COMPARING,
        SWITCHING,
        DONE,
        FAILED;

        boolean isOver() {
            return this == DONE || this == FAILED;
        }
    }
}
