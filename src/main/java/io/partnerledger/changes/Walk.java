package io.partnerledger.changes;

import io.partnerledger.standing.Histories;
import io.partnerledger.standing.Registry;
import io.partnerledger.standing.Touch;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Goes along the log from entry to entry and keeps account of what each moved. Between two entries that touch none of
 * the announcements nothing moves, so those positions are passed over.
 */
final class Walk {

    private final Histories histories;
    private final @Nullable String subject;
    private final Running running;
    private final Moves moves;
    private Registry registry;

    /** Begins at a position. */
    Walk(Histories histories, @Nullable String subject, Running running, long first) {
        this.histories = histories;
        this.subject = subject;
        this.registry = histories.registry(first);
        this.running = running;
        running.begin(histories.standing(first, running.validAt(), registry));
        this.moves = new Moves(shown());
    }

    void take(Touch touch) {
        Registry before = registry;
        Registry after = touch.organization() == null ? before : histories.registry(touch.position());
        if (subject == null || before.survivorOf(subject).equals(after.survivorOf(subject))) {
            registry = after;
            moves.add(Mover.of(touch), shown(restate(touch.reach(), touch.position())));
        } else {
            // From here on the view is another organization's: its rows come, those shown so far go.
            Amounts gone = shown();
            registry = after;
            restate(touch.reach(), touch.position());
            Amounts moved = shown();
            moved.subtract(gone);
            moves.add(Mover.of(touch), moved);
        }
    }

    Changes changes() {
        return moves.changes();
    }

    private Amounts restate(Collection<String> announcements, long position) {
        return running.restate(
                announcements,
                histories
                        .standing(announcements, position, running.validAt(), registry)
                        .statements());
    }

    private Amounts shown() {
        return shown(running.amounts());
    }

    private Amounts shown(Amounts amounts) {
        if (subject == null) {
            return amounts;
        }
        String survivor = registry.survivorOf(subject);
        return amounts.only(measure -> measure.concerns(survivor));
    }
}
