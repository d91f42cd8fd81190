package io.partnerledger.standing;

import io.partnerledger.announcement.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads what is said of a subject and, step by step, of those that this leads to. What was said since the position asked
 * about leads on too, so that questions about many positions read the same; what is read beyond is for the fold to pass
 * over.
 */
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
        Histories histories = read(around);
        for (int step = 0; step < steps; step++) {
            if (!around.addAll(ledTo(histories))) {
                break;
            }
            histories = read(around);
        }
        return histories;
    }

    private Histories read(Set<String> survivors) {
        Set<String> ids = new HashSet<>();
        survivors.forEach(survivor -> ids.addAll(registry.answeredForBy(survivor)));
        return known.of(ids, position);
    }

    private Set<String> ledTo(Histories histories) {
        return histories.led(leadsTo).stream().map(registry::survivorOf).collect(Collectors.toSet());
    }
}
