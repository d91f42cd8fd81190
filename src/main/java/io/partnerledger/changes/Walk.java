package io.partnerledger.changes;

import io.partnerledger.rates.Exchange;
import io.partnerledger.standing.Histories;
import io.partnerledger.standing.Part;
import io.partnerledger.standing.Registry;
import io.partnerledger.standing.Touch;
import io.partnerledger.standing.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes along the log from entry to entry and keeps account of what each moved. Between two entries that touch none of
 * the announcements nothing moves, so those positions are passed over.
 */
final class Walk {

    private final Histories histories;
    private final @Nullable String subject;
    private final LocalDate validAt;
    private final Exchange exchange;
    private final long first;
    private final Registry begin;
    private final Moves moves = new Moves();
    private Registry registry;

    /** Begins at a position. */
    Walk(Histories histories, @Nullable String subject, LocalDate validAt, Exchange exchange, long first) {
        this.histories = histories;
        this.subject = subject;
        this.validAt = validAt;
        this.exchange = exchange;
        this.first = first;
        this.begin = histories.registry(first);
        this.registry = begin;
    }

    void take(Touch touch) {
        long position = touch.position();
        Registry before = registry;
        Registry after = touch.organization() == null ? before : histories.registry(position);
        if (subject == null || before.survivorOf(subject).equals(after.survivorOf(subject))) {
            registry = after;
            // Nothing but the units that the entry belongs to can have moved.
            Set<Unit> units = histories.units(touch.reach());
            units.removeIf(unit -> unit instanceof Unit.OneCustomer || unit instanceof Unit.OneCount);
            Amounts moved = amounts(histories.parts(units, position, validAt));
            moved.subtract(amounts(histories.parts(units, position - 1, validAt)));
            moves.add(Mover.of(touch), shown(moved));
        } else {
            // From here on the view is another organization's: its rows come, those shown so far go.
            Amounts gone = shown(Amounts.of(histories.parts(position - 1, validAt), exchange));
            registry = after;
            Amounts moved = shown(Amounts.of(histories.parts(position, validAt), exchange));
            moved.subtract(gone);
            moves.add(Mover.of(touch), moved);
        }
    }

    Changes changes() {
        Amounts before = Amounts.of(moves.concerned(histories.parts(first, validAt)), exchange);
        registry = begin;
        return moves.changes(shown(before));
    }

    private Amounts amounts(List<Part> parts) {
        Amounts amounts = new Amounts();
        for (Part part : parts) {
            amounts.add(
                    exchange.isAsked()
                            ? Amounts.of(List.of(part), exchange)
                            : part.folded(Amounts.class, _ -> Amounts.of(List.of(part), exchange)));
        }
        return amounts;
    }

    private Amounts shown(Amounts amounts) {
        if (subject == null) {
            return amounts;
        }
        String survivor = registry.survivorOf(subject);
        return amounts.only(measure -> measure.concerns(survivor));
    }
}
