package io.partnerledger.conflicts;

import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.deals.Parties;
import io.partnerledger.standing.Part;
import io.partnerledger.standing.Standing;
import io.partnerledger.standing.Stated;
import io.partnerledger.standing.Unit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The organizations that a deal concerns: those that the standing tellings of it name, on whichever side; where none
 * stands, those that the newest telling that was taken out named; where there never was one, those that the
 * announcements that speak of the deal name otherwise.
 */
final class Named {

    private final Map<String, Set<String>> byTellings = new HashMap<>();
    private final Map<String, Set<String>> speakers = new HashMap<>();
    private final Map<String, Set<String>> byAnnouncement = new HashMap<>();
    private final Map<String, Parties> leftOut = new HashMap<>();

    /** @param deals those that will be asked about */
    Named(Supplier<Standing> everything, List<Part> parts, Set<String> deals) {
        for (Part part : parts) {
            if (part.unit() instanceof Unit.OneDeal(String deal) && deals.contains(deal)) {
                leftOut.putAll(Parties.leftOut(part.standing()));
                for (Stated stated : part.standing().statements()) {
                    if (stated.statement() instanceof CommitmentMade made) {
                        byTellings.computeIfAbsent(deal, _ -> new TreeSet<>()).addAll(List.of(made.from(), made.to()));
                    }
                }
            }
        }
        Set<String> untold = new HashSet<>(deals);
        untold.removeAll(byTellings.keySet());
        untold.removeAll(leftOut.keySet());
        if (!untold.isEmpty()) {
            Standing standing = everything.get();
            standing.statements().forEach(stated -> listen(stated, untold));
            standing.statements().forEach(this::note);
        }
    }

    private void listen(Stated stated, Set<String> untold) {
        for (String deal : stated.statement().deals()) {
            if (untold.contains(deal)) {
                speakers.computeIfAbsent(deal, _ -> new TreeSet<>()).add(stated.announcement());
                byAnnouncement.putIfAbsent(stated.announcement(), new TreeSet<>());
            }
        }
    }

    private void note(Stated stated) {
        Set<String> named = byAnnouncement.get(stated.announcement());
        if (named != null) {
            named.addAll(stated.statement().organizations());
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
