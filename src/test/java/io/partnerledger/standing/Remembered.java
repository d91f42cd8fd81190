package io.partnerledger.standing;

import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.organization.OrganizationEvent;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The histories that a whole log gives, without a store: an event's place in the list is its position. */
public final class Remembered {

    private Remembered() {}

    public static Histories histories(List<?> events) {
        Map<String, List<InForce<AnnouncementVersion>>> announcements = new LinkedHashMap<>();
        Map<String, List<InForce<OrganizationVersion>>> organizations = new LinkedHashMap<>();
        for (int position = 0; position < events.size(); position++) {
            if (events.get(position) instanceof AnnouncementEvent event) {
                List<InForce<AnnouncementVersion>> history =
                        announcements.computeIfAbsent(event.announcement(), _ -> new ArrayList<>());
                AnnouncementVersion next = event instanceof AnnouncementRecorded recorded
                        ? AnnouncementVersion.of(recorded, position, Instant.EPOCH)
                        : history.getLast().version().after(event);
                history.add(new InForce<>(position, next));
            } else if (events.get(position) instanceof OrganizationEvent event) {
                List<InForce<OrganizationVersion>> history =
                        organizations.computeIfAbsent(event.organization(), _ -> new ArrayList<>());
                OrganizationVersion next = event instanceof OrganizationRegistered registered
                        ? OrganizationVersion.of(registered, position)
                        : history.getLast().version().after(event);
                history.add(new InForce<>(position, next));
            }
        }
        long last = events.size() - 1L;
        return new Histories(scope(announcements.values(), last), new Registries(organizations.values()), last);
    }

    private static Scope scope(Collection<List<InForce<AnnouncementVersion>>> announcements, long readTo) {
        List<AnnouncementHistory> histories =
                announcements.stream().map(AnnouncementHistory::of).toList();
        Map<String, Long> since = new HashMap<>();
        histories.forEach(history -> since.put(history.announcement(), history.since()));
        return Scope.of(readTo, Set.of(), since, histories, Map.of());
    }
}
