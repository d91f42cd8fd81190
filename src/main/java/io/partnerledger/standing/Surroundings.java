package io.partnerledger.standing;

import io.partnerledger.announcement.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads what is said of a subject and, step by step, of those that this leads to; nothing is read twice. */
final class Surroundings {

    private final Known known;
    private final Registry registry;
    private final long position;
    private final Function<Statement, Set<String>> leadsTo;

    Surroundings(Known known, Registry registry, long position, Function<Statement, Set<String>> leadsTo) {
        this.known = known;
        this.registry = registry;
        this.position = position;
        this.leadsTo = leadsTo;
    }

    Histories of(String subject, int steps) {
        Set<String> around = new TreeSet<>(Set.of(subject));
        Set<String> next = around;
        Histories histories = read(next);
        for (int step = 0; step < steps && !next.isEmpty(); step++) {
            next = new HashSet<>(ledTo(histories));
            next.removeAll(around);
            around.addAll(next);
            histories = next.isEmpty() ? histories : known.both(histories, read(next), position);
        }
        return histories;
    }

    private Histories read(Set<String> survivors) {
        Set<String> ids = new HashSet<>();
        survivors.forEach(survivor -> ids.addAll(registry.answeredForBy(survivor)));
        return known.of(ids, position);
    }

    private Set<String> ledTo(Histories histories) {
        Set<String> found = new HashSet<>();
        histories
                .statements()
                .forEach(statement -> leadsTo.apply(statement).forEach(id -> found.add(registry.survivorOf(id))));
        return found;
    }
}
