package io.partnerledger.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild has come: events done of {@code total} (the log's end as it was last seen), the rate, and the time
 * left at that rate. {@code resumedFrom} is how many events an earlier rebuild, which its process did not outlive, had done
 * already. {@code difference} is there once the new build was compared, {@code failure} where it failed.
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
        @Nullable Long resumedFrom,
        @Nullable Difference difference,
        @Nullable String failure) {

    Progress interrupted() {
        return ended(State.INTERRUPTED);
    }

    Progress cancelled() {
        return ended(State.CANCELLED);
    }

    private Progress ended(State how) {
        return new Progress(projection, how, done, total, 0, 0, startedAt, resumedFrom, difference, failure);
    }

    boolean isInterrupted() {
        return state == State.INTERRUPTED;
    }

    /** What the rebuild is at; an interrupted one ended with its process, and the next goes on where it was. */
    public enum State {
        BUILDING,
        INDEXING,
        COMPARING,
        SWITCHING,
        DONE,
        CANCELLED,
        INTERRUPTED,
        FAILED;

        boolean isOver() {
            return switch (this) {
                case DONE, CANCELLED, INTERRUPTED, FAILED -> true;
                case BUILDING, INDEXING, COMPARING, SWITCHING -> false;
            };
        }
    }
}
