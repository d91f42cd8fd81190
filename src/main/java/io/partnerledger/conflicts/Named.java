package io.partnerledger.conflicts;

import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.deals.Parties;
import io.partnerledger.standing.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The organizations that a deal concerns: those that the standing tellings of it name, on whichever side; where none
 * stands, those that the newest telling that was taken out named; where there never was one, those that the
 * announcements that speak of the deal name otherwise.
 */
final class Named {

    private final Map<String, Set<String>> byTellings = new HashMap<>();
    private final Map<String, Parties> leftOut;
    private final Map<String, Set<String>> byAnnouncement = new HashMap<>();
    private final Map<String, Set<String>> speakers = new HashMap<>();

    Named(Standing standing) {
        leftOut = Parties.leftOut(standing);
        standing.statements().forEach(stated -> take(stated.announcement(), stated.statement()));
    }

    private void take(String announcement, Statement statement) {
        byAnnouncement.computeIfAbsent(announcement, _ -> new TreeSet<>()).addAll(statement.organizations());
        statement
                .deals()
                .forEach(deal ->
                        speakers.computeIfAbsent(deal, _ -> new TreeSet<>()).add(announcement));
        if (statement instanceof CommitmentMade made) {
            byTellings.computeIfAbsent(made.deal(), _ -> new TreeSet<>()).addAll(List.of(made.from(), made.to()));
        }
    }

    /** By id. */
    List<String> by(String deal) {
        Parties taken = leftOut.get(deal);
        Set<String> named = byTellings.containsKey(deal)
                ? byTellings.get(deal)
                : taken == null ? besides(deal) : new TreeSet<>(List.of(taken.from(), taken.to()));
        return List.copyOf(named);
    }

    private Set<String> besides(String deal) {
        Set<String> named = new TreeSet<>();
        speakers.getOrDefault(deal, Set.of())
                .forEach(announcement -> named.addAll(byAnnouncement.getOrDefault(announcement, Set.of())));
        return named;
    }
}
