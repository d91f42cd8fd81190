package io.partnerledger.changes;

import io.partnerledger.changes.Measure.Holding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What each entry moved of one partner's spells. */
final class PartnerMoves {

    private final List<MovedPartner.Part> parts = new ArrayList<>();
    private final Amounts moved = new Amounts();

    void add(Mover mover, Amounts spells) {
        moved.add(spells);
        Amounts lost = new Amounts();
        lost.subtract(spells);
        parts.add(new MovedPartner.Part(
                mover.position(),
                mover.announcement(),
                mover.organization(),
                mover.cause(),
                spells(spells),
                spells(lost)));
    }

    /** The partner, if its spells are not what they were. */
    Optional<MovedPartner> moved(String subject, String partner, Amounts before) {
        if (moved.isEmpty()) {
            return Optional.empty();
        }
        Amounts after = new Amounts();
        after.add(before);
        after.add(moved);
        List<RoleSpell> was = spells(before);
        List<RoleSpell> is = spells(after);
        return Optional.of(
                new MovedPartner(subject, partner, MovedPartner.Kind.of(was, is), was, is, List.copyOf(parts)));
    }

    /** The spells of which there are any, each as often as it is there. */
    private static List<RoleSpell> spells(Amounts amounts) {
        List<RoleSpell> spells = new ArrayList<>();
        amounts.forEach((measure, amount) -> {
            if (measure instanceof Holding holding && amount.signum() > 0) {
                spells.addAll(Collections.nCopies(amount.intValueExact(), holding.spell()));
            }
        });
        spells.sort(RoleSpell.ORDER);
        return List.copyOf(spells);
    }
}
