package io.partnerledger.standing;

import io.partnerledger.announcement.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads what is said of a subject and, step by step, of those that this leads to; nothing is read twice. */
final class Surroundings {

    private static final int IDS_PER_QUERY = 500;

    private final StandingReader reader;
    private final Registry registry;
    private final long position;
    private final Function<Statement, Set<String>> leadsTo;
    private final Map<String, List<AnnouncementVersion>> histories = new LinkedHashMap<>();

    Surroundings(StandingReader reader, Registry registry, long position, Function<Statement, Set<String>> leadsTo) {
        this.reader = reader;
        this.registry = registry;
        this.position = position;
        this.leadsTo = leadsTo;
    }

    Collection<List<AnnouncementVersion>> of(String subject, int steps) {
        Set<String> known = new HashSet<>(Set.of(subject));
        Set<String> next = Set.of(subject);
        read(next);
        for (int step = 0; step < steps && !next.isEmpty(); step++) {
            next = ledTo();
            next.removeAll(known);
            known.addAll(next);
            read(next);
        }
        return histories.values();
    }

    private void read(Set<String> survivors) {
        List<String> ids = survivors.stream()
                .flatMap(survivor -> Views.idsOf(survivor, registry).stream())
                .toList();
        for (int i = 0; i < ids.size(); i += IDS_PER_QUERY) {
            reader.historiesOf(ids.subList(i, Math.min(ids.size(), i + IDS_PER_QUERY)), position)
                    .forEach(history -> histories.putIfAbsent(history.getFirst().announcement(), history));
        }
    }

    private Set<String> ledTo() {
        Set<String> found = new TreeSet<>();
        for (List<AnnouncementVersion> history : histories.values()) {
            for (AnnouncementVersion version : history) {
                for (Statement statement : version.statements()) {
                    leadsTo.apply(statement).forEach(id -> found.add(registry.survivorOf(id)));
                }
            }
        }
        return found;
    }
}
