package io.partnerledger.standing;

import io.partnerledger.standing.Histories.Telling;
import java.util.Comparator;

/**
 * How a statement is judged from one position of the log on and until before another: left out for a reason or, where
 * that is no more than its day being still to come, standing from its day on.
 */
record Judged(LeftOut unless, Telling telling, long from, long until) {

    /** The order of what stands as well as of what is left out, at whatever position. */
    static final Comparator<Judged> IN_ORDER = Comparator.comparing(Judged::stated, Stated.OLDEST_FIRST)
            .thenComparing(judged -> judged.unless.reason())
            .thenComparingLong(judged -> judged.telling.since());

    Stated stated() {
        return unless.stated();
    }

    /** The day from which it stands, counted from 1970; never where it is left out whatever the day. */
    long standsFrom() {
        return unless.reason() == Reason.AFTER_VALID_AT
                ? stated().announcedOn().earliest().toEpochDay()
                : Long.MAX_VALUE;
    }
}
