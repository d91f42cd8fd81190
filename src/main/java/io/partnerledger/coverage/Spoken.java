package io.partnerledger.coverage;

import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.standing.Standing;
import io.partnerledger.standing.Stated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The standing statements, found by their place, their announcement or their deal; each list oldest first. */
final class Spoken {

    private final Map<Place, Stated> byPlace = new HashMap<>();
    private final Map<String, List<Stated>> byAnnouncement = new HashMap<>();
    private final Map<String, List<Stated>> byDeal = new HashMap<>();

    private record Place(String announcement, int statement) {}

    Spoken(Standing standing) {
        standing.statements().forEach(this::add);
    }

    private void add(Stated stated) {
        byPlace.put(new Place(stated.announcement(), stated.index()), stated);
        byAnnouncement
                .computeIfAbsent(stated.announcement(), _ -> new ArrayList<>())
                .add(stated);
        if (!(stated.statement() instanceof CapacityAnnounced || stated.statement() instanceof TotalRestated)) {
            stated.statement()
                    .deals()
                    .forEach(deal ->
                            byDeal.computeIfAbsent(deal, _ -> new ArrayList<>()).add(stated));
        }
    }

    Stated at(String announcement, int statement) {
        return Objects.requireNonNull(byPlace.get(new Place(announcement, statement)), announcement);
    }

    List<Stated> in(String announcement) {
        return byAnnouncement.getOrDefault(announcement, List.of());
    }

    /** What makes, amends, pays or ends the deal. */
    List<Stated> of(String deal) {
        return byDeal.getOrDefault(deal, List.of());
    }
}
