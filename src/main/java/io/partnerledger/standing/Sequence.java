package io.partnerledger.standing;

import io.partnerledger.standing.Histories.Heard;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Judged statements in the order of the folds. What stood at a position and a day is picked out in one pass that looks
 * at nothing but columns of numbers, and sorts nothing.
 */
final class Sequence {

    private final List<Placed> placed;
    private final Judged[] judged;
    private final long[] from;
    private final long[] until;
    private final long[] since;
    private final long[] standsFrom;

    /** A statement and the position since which it belongs here. */
    record Placed(Judged judged, long since) {

        String announcement() {
            return judged.stated().announcement();
        }
    }

    Sequence(List<Placed> inOrder) {
        this.placed = inOrder;
        this.judged = inOrder.stream().map(Placed::judged).toArray(Judged[]::new);
        this.from = inOrder.stream().mapToLong(one -> one.judged.from()).toArray();
        this.until = inOrder.stream().mapToLong(one -> one.judged.until()).toArray();
        this.since = inOrder.stream().mapToLong(Placed::since).toArray();
        this.standsFrom =
                inOrder.stream().mapToLong(one -> one.judged.standsFrom()).toArray();
    }

    boolean isInForce(int one, long position, long last) {
        return from[one] <= position && position < until[one] && since[one] <= last;
    }

    /** What stands at a position and a day, of what belongs here by {@code last}. */
    Standing standing(long position, LocalDate validAt, long last) {
        long day = validAt.toEpochDay();
        InOrder<Stated> standing = new InOrder<>();
        InOrder<LeftOut> leftOut = new InOrder<>();
        for (int i = 0; i < judged.length; i++) {
            if (isInForce(i, position, last)) {
                if (standsFrom[i] <= day) {
                    standing.add(judged[i].stated());
                } else {
                    leftOut.add(judged[i].unless());
                }
            }
        }
        return new Standing(validAt, standing, leftOut);
    }

    /** One of the statements, as it was on a day counted from 1970. */
    Heard heard(int one, long day) {
        Judged said = judged[one];
        return new Heard(
                said.stated(), standsFrom[one] <= day ? null : said.unless().reason(), said.telling());
    }

    /** Every position at which something here begins or ends to be in force. */
    LongStream positions() {
        return LongStream.concat(LongStream.concat(Arrays.stream(from), Arrays.stream(until)), Arrays.stream(since));
    }

    List<Placed> placed() {
        return placed;
    }
}
