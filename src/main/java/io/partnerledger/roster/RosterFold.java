package io.partnerledger.roster;

import io.partnerledger.standing.Explained;
import io.partnerledger.standing.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The steps of one subject, those that stand and those that do not, gathered and then folded partner by partner. */
final class RosterFold {

    private final String subject;
    private final LocalDate validAt;
    private final List<Step> steps = new ArrayList<>();
    private final List<Idle> idle = new ArrayList<>();
    private final Map<String, PartnerFold> partners = new TreeMap<>();

    /** A step that counts for nothing, and why. */
    private record Idle(Step step, Reason reason) {

        static final Comparator<Idle> IN_ORDER =
                Comparator.comparing(Idle::step, Step.IN_ORDER).thenComparing(Idle::reason);

        Explained line() {
            return Explained.notCounted(step.stated(), null, reason);
        }
    }

    RosterFold(String subject, LocalDate validAt) {
        this.subject = subject;
        this.validAt = validAt;
    }

    void standing(Step step) {
        if (step.day().isAfter(validAt)) {
            leftOut(step, Reason.NOT_YET_EFFECTIVE);
        } else {
            steps.add(step);
        }
    }

    void leftOut(Step step, Reason reason) {
        idle.add(new Idle(step, reason));
    }

    Roster roster() {
        steps.sort(Step.IN_ORDER);
        steps.forEach(step ->
                partners.computeIfAbsent(step.partner(), PartnerFold::new).take(step));
        idle.sort(Idle.IN_ORDER);
        List<Explained> unplaced = new ArrayList<>();
        partners.values().stream()
                .filter(partner -> !partner.isCurrent() && !partner.isFormer())
                .forEach(partner -> unplaced.addAll(partner.notCounted));
        for (Idle one : idle) {
            PartnerFold partner = partners.get(one.step().partner());
            if (partner != null && (partner.isCurrent() || partner.isFormer())) {
                partner.notCounted.add(one.line());
            } else {
                unplaced.add(one.line());
            }
        }
        return new Roster(
                subject,
                partners.values().stream()
                        .filter(PartnerFold::isCurrent)
                        .map(partner -> partner.partner(subject))
                        .toList(),
                partners.values().stream()
                        .filter(PartnerFold::isFormer)
                        .map(partner -> partner.former(subject))
                        .toList(),
                List.copyOf(unplaced),
                partners.values().stream()
                        .flatMap(partner -> partner.conflicts().stream())
                        .toList());
    }
}
