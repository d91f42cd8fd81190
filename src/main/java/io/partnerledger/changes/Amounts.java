package io.partnerledger.changes;

import io.partnerledger.changes.Measure.Figure;
import io.partnerledger.changes.Measure.Holding;
import io.partnerledger.rates.Exchange;
import io.partnerledger.roster.FormerPartner;
import io.partnerledger.roster.HeldRole;
import io.partnerledger.roster.LostRole;
import io.partnerledger.roster.Partner;
import io.partnerledger.roster.Roster;
import io.partnerledger.standing.Part;
import io.partnerledger.totals.Row;
import io.partnerledger.totals.Totals;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** How many there are of each measure, or how many more; what there is none of is not held. */
final class Amounts {

    private final Map<Measure, BigDecimal> held = new HashMap<>();

    /** All figures and all spells of these units. */
    static Amounts of(List<Part> parts, Exchange exchange) {
        Amounts amounts = new Amounts();
        amounts.addFigures(Totals.figures(parts, exchange));
        Roster.all(parts, _ -> true).values().forEach(amounts::addHoldings);
        return amounts;
    }

    void add(Measure measure, BigDecimal amount) {
        held.merge(measure, amount, BigDecimal::add);
        if (of(measure).signum() == 0) {
            held.remove(measure);
        }
    }

    void add(Amounts more) {
        more.held.forEach(this::add);
    }

    /** The figures of every row. */
    private void addFigures(Totals totals) {
        for (Row row : totals.rows()) {
            for (Field field : Field.values()) {
                BigDecimal amount = field.of(row);
                if (amount.signum() != 0) {
                    add(new Figure(row.from(), row.to(), row.instrument(), row.currency(), field), amount);
                }
            }
        }
    }

    /** Every spell on the roster. */
    private void addHoldings(Roster roster) {
        for (Partner current : roster.partners()) {
            for (HeldRole role : current.roles()) {
                RoleSpell spell = new RoleSpell(role.role(), role.since(), role.sinceAsWritten(), null, null);
                add(new Holding(roster.subject(), current.id(), spell), BigDecimal.ONE);
            }
        }
        for (FormerPartner former : roster.former()) {
            for (LostRole role : former.roles()) {
                RoleSpell spell = new RoleSpell(
                        role.role(), role.since(), role.sinceAsWritten(), role.until(), role.untilAsWritten());
                add(new Holding(roster.subject(), former.id(), spell), BigDecimal.ONE);
            }
        }
    }

    void subtract(Amounts less) {
        less.held.forEach((measure, amount) -> add(measure, amount.negate()));
    }

    BigDecimal of(Measure measure) {
        return held.getOrDefault(measure, BigDecimal.ZERO);
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    Amounts only(Predicate<Measure> wanted) {
        Amounts some = new Amounts();
        held.forEach((measure, amount) -> {
            if (wanted.test(measure)) {
                some.add(measure, amount);
            }
        });
        return some;
    }

    void forEach(BiConsumer<Measure, BigDecimal> each) {
        held.forEach(each);
    }
}
