package io.partnerledger.timeline;

import io.partnerledger.standing.Histories.Telling;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Stated;
import io.partnerledger.standing.Touch;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something on a timeline, told apart by the position of the log at which it was entered and its place there: a
 * statement, with the content that first told it and the reason why it does not stand, or what happened to an
 * announcement or an organization.
 */
sealed interface Told {

    Comparator<Told> BY_ENTRY = Comparator.comparingLong(Told::entered).thenComparingInt(Told::place);

    long entered();

    int place();

    /** A statement; its place is that in its announcement. */
    record Said(Stated stated, @Nullable Reason reason, Telling telling) implements Told {

        @Override
        public long entered() {
            return telling.since();
        }

        @Override
        public int place() {
            return stated.index();
        }
    }

    /** An entry that is no statement; it comes before the statements that it brought. */
    record Happened(Touch touch) implements Told {

        @Override
        public long entered() {
            return touch.position();
        }

        @Override
        public int place() {
            return -1;
        }

        String about() {
            return Objects.requireNonNullElse(
                    touch.announcement(), Objects.requireNonNullElse(touch.organization(), ""));
        }
    }
}
