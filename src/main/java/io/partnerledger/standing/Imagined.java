package io.partnerledger.standing;

import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.organization.OrganizationEvent;
import io.partnerledger.organization.OrganizationEvent.OrganizationMerged;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The log as it would be if events followed its last one: the histories of what these events are about, and the
 * organizations. Nothing of it is kept.
 */
final class Imagined {

    private final Known known;
    private final long position;
    private final Map<String, List<InForce<AnnouncementVersion>>> announcements = new LinkedHashMap<>();
    private final Map<String, OrganizationVersion> organizations = new HashMap<>();
    private final List<InForce<OrganizationVersion>> registered = new ArrayList<>();
    private final Set<String> touched = new TreeSet<>();

    Imagined(Known known, long position, List<?> events, Instant recordedAt) {
        this.known = known;
        this.position = position;
        long next = position + 1;
        for (Object event : events) {
            if (event instanceof AnnouncementEvent told) {
                add(told, next++, recordedAt);
            } else if (event instanceof OrganizationEvent told) {
                add(told, next++);
            }
        }
    }

    private void add(AnnouncementEvent event, long at, Instant recordedAt) {
        List<InForce<AnnouncementVersion>> versions =
                announcements.computeIfAbsent(event.announcement(), this::versions);
        AnnouncementVersion version = event instanceof AnnouncementRecorded recorded
                ? AnnouncementVersion.of(recorded, at, recordedAt)
                : versions.getLast().version().after(event);
        versions.add(new InForce<>(at, version));
    }

    private List<InForce<AnnouncementVersion>> versions(String id) {
        List<InForce<AnnouncementVersion>> versions = new ArrayList<>();
        known.announcements(Set.of(id), position).forEach(history -> versions.addAll(history.upTo(position)));
        return versions;
    }

    private void add(OrganizationEvent event, long at) {
        String id = event.organization();
        OrganizationVersion before = organizations.computeIfAbsent(
                id, _ -> known.registries(position).version(id, position));
        OrganizationVersion version = event instanceof OrganizationRegistered told
                ? OrganizationVersion.of(told, at)
                : Objects.requireNonNull(before).after(event);
        organizations.put(id, version);
        registered.add(new InForce<>(at, version));
        touched.add(id);
        if (event instanceof OrganizationMerged merged) {
            touched.add(merged.into());
        }
    }

    Registries registries() {
        return known.registries(position).with(registered);
    }

    /** The histories of the announcements that the events are about. */
    List<AnnouncementHistory> histories() {
        return announcements.values().stream().map(AnnouncementHistory::of).toList();
    }

    /** The ids of the organizations that the events may matter to: those named, and the parties of deals named. */
    Set<String> touched() {
        Set<String> ids = new TreeSet<>(touched);
        Set<String> deals = new TreeSet<>();
        for (AnnouncementHistory history : histories()) {
            ids.addAll(history.named());
            deals.addAll(history.dealsSince().keySet());
        }
        for (String deal : deals) {
            known.ofDeal(deal, position).statements().forEach(statement -> ids.addAll(statement.organizations()));
        }
        return ids;
    }
}
