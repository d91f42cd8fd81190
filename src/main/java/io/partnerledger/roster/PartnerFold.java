package io.partnerledger.roster;

import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One partner of one subject, folded step by step. */
final class PartnerFold {

    private static final Comparator<Spell> BY_ROLE = Comparator.comparing(spell -> spell.role.name());

    final List<Explained> notCounted = new ArrayList<>();
    private final String id;
    private final Map<Role, Spell> held = new EnumMap<>(Role.class);
    private final List<Spell> lost = new ArrayList<>();
    private final List<Touched> touched = new ArrayList<>();
    private final List<RosterConflict> conflicts = new ArrayList<>();

    /** A step and the spells it began, went on with or ended. */
    private record Touched(Step step, List<Spell> spells) {}

    PartnerFold(String id) {
        this.id = id;
    }

    void take(Step step) {
        PartnerAdded added = step.added();
        touched.add(new Touched(step, added == null ? remove(step) : add(step, added)));
    }

    private List<Spell> add(Step step, PartnerAdded added) {
        List<Spell> spells = new ArrayList<>();
        for (Role role : step.roles()) {
            Spell spell = held.computeIfAbsent(role, _ -> new Spell(role, step.on()));
            spell.add(step.stated().announcement(), added);
            spells.add(spell);
        }
        return spells;
    }

    private List<Spell> remove(Step step) {
        List<Role> roles = step.roles().isEmpty()
                ? List.copyOf(held.keySet())
                : step.roles().stream().distinct().toList();
        if (roles.isEmpty()) {
            conflicts.add(conflict(step, null));
        }
        List<Spell> spells = new ArrayList<>();
        for (Role role : roles) {
            Spell spell = held.remove(role);
            if (spell == null) {
                conflicts.add(conflict(step, role));
            } else {
                spell.end(step.stated().announcement(), step.on());
                spells.add(spell);
                lost.add(spell);
            }
        }
        if (spells.isEmpty()) {
            notCounted.add(Explained.notCounted(step.stated(), null, Reason.SUPERSEDED));
        }
        return spells;
    }

    boolean isCurrent() {
        return !held.isEmpty();
    }

    boolean isFormer() {
        return !lost.isEmpty();
    }

    List<RosterConflict> conflicts() {
        return conflicts;
    }

    Partner partner(String subject) {
        List<HeldRole> roles =
                held.values().stream().sorted(BY_ROLE).map(Spell::held).toList();
        return new Partner(id, id.equals(subject), roles, counted(Spell::isHeld), List.copyOf(notCounted));
    }

    FormerPartner former(String subject) {
        List<LostRole> roles = lost.stream().sorted(BY_ROLE).map(Spell::lost).toList();
        return new FormerPartner(
                id,
                id.equals(subject),
                roles,
                counted(spell -> !spell.isHeld()),
                isCurrent() ? List.of() : List.copyOf(notCounted));
    }

    private List<Explained> counted(Predicate<Spell> which) {
        return touched.stream()
                .filter(touch -> touch.spells().stream().anyMatch(which))
                .map(touch -> Explained.counted(
                        touch.step().stated(), null, touch.step().added() == null ? "former" : "roles"))
                .toList();
    }

    private RosterConflict conflict(Step step, @Nullable Role role) {
        return new RosterConflict(
                step.subject(),
                id,
                role,
                step.day(),
                step.stated().announcement(),
                step.stated().index(),
                step.stated().position(),
                step.stated().tier());
    }
}
