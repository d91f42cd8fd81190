package io.partnerledger.changes;

import io.partnerledger.rates.Exchange;
import io.partnerledger.standing.Standing;
import io.partnerledger.standing.Stated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All figures and rosters at one position of the log, kept up as what announcements state changes; only the units that
 * a change belongs to are folded again.
 */
final class Running {

    private final LocalDate validAt;
    private final Exchange exchange;
    private final Map<String, Map<Unit, List<Stated>>> announcements = new HashMap<>();
    private final Map<Unit, Map<String, List<Stated>>> units = new HashMap<>();
    private final Map<Unit, Amounts> folded = new HashMap<>();
    private Amounts all = new Amounts();

    Running(LocalDate validAt, Exchange exchange) {
        this.validAt = validAt;
        this.exchange = exchange;
    }

    LocalDate validAt() {
        return validAt;
    }

    /** Begins with everything that stands; what a unit comes to is only asked when something moves it. */
    void begin(Standing standing) {
        standing.statements().stream()
                .collect(Collectors.groupingBy(Stated::announcement))
                .forEach((announcement, stated) -> replace(announcement, byUnit(stated)));
        folded.clear();
        all = Unit.all(standing, exchange);
    }

    /** What these announcements state now replaces what they stated; answers how much more there is of each measure. */
    Amounts restate(Collection<String> of, List<Stated> statedNow) {
        Map<String, List<Stated>> now = statedNow.stream().collect(Collectors.groupingBy(Stated::announcement));
        Set<Unit> moved = new HashSet<>();
        for (String announcement : of) {
            moved.addAll(replace(announcement, byUnit(now.getOrDefault(announcement, List.of()))));
        }
        Amounts difference = new Amounts();
        moved.forEach(unit -> {
            Amounts after = fold(unit);
            difference.add(after);
            Amounts before = folded.put(unit, after);
            if (before != null) {
                difference.subtract(before);
            }
        });
        all.add(difference);
        return difference;
    }

    /** How much there is of each measure. */
    Amounts amounts() {
        Amounts copy = new Amounts();
        copy.add(all);
        return copy;
    }

    private Set<Unit> replace(String announcement, Map<Unit, List<Stated>> after) {
        Map<Unit, List<Stated>> before =
                after.isEmpty() ? announcements.remove(announcement) : announcements.put(announcement, after);
        Set<Unit> moved = new HashSet<>(after.keySet());
        if (before != null) {
            moved.addAll(before.keySet());
            moved.removeIf(unit -> before.getOrDefault(unit, List.of()).equals(after.get(unit)));
        }
        for (Unit unit : moved) {
            folded.computeIfAbsent(unit, this::fold);
            List<Stated> stated = after.get(unit);
            Map<String, List<Stated>> of = units.computeIfAbsent(unit, _ -> new HashMap<>());
            if (stated == null) {
                of.remove(announcement);
            } else {
                of.put(announcement, stated);
            }
        }
        return moved;
    }

    private Amounts fold(Unit unit) {
        List<Stated> stated = units.getOrDefault(unit, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
        return stated.isEmpty() ? new Amounts() : unit.fold(new Standing(validAt, stated, List.of()), exchange);
    }

    private static Map<Unit, List<Stated>> byUnit(List<Stated> stated) {
        Map<Unit, List<Stated>> byUnit = new HashMap<>();
        for (Stated one : stated) {
            Unit unit = Unit.of(one);
            if (unit != null) {
                byUnit.computeIfAbsent(unit, _ -> new ArrayList<>()).add(one);
            }
        }
        return byUnit;
    }
}
