package io.partnerledger.standing;

import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.Statement;
import io.partnerledger.organization.NameKey;
import io.partnerledger.organization.OrganizationEvent;
import io.partnerledger.organization.OrganizationEvent.OrganizationAliasAdded;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.organization.OrganizationEvent.OrganizationRenamed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns events, in the order of the log, into the rows of the standing table. Not for two threads at once. What is not at
 * hand of what went before the log tells again: so a build is not read while it is written, each key comes once, and
 * memory does not grow with the ledger.
 */
public final class StandingFold {

    private final VersionFold announcements;
    private final VersionFold organizations;
    private final List<StandingRows.KeyRow> keys = new ArrayList<>();
    private final List<StandingRows.NameRow> names = new ArrayList<>();
    private long last = -1;

    public StandingFold(Past past) {
        announcements = new VersionFold(
                (id, before) -> rowOf(id, past.ofAnnouncements(Set.of(id)).getOrDefault(id, List.of()), before));
        organizations = new VersionFold(
                (id, before) -> rowOf(id, past.ofOrganizations(Set.of(id)).getOrDefault(id, List.of()), before));
    }

    /** Takes up one event; what is neither about announcements nor about organizations is none of this table's. */
    public void apply(Object event, long position) {
        if (event instanceof AnnouncementEvent announcementEvent) {
            apply(announcementEvent, position);
        } else if (event instanceof OrganizationEvent organizationEvent) {
            apply(organizationEvent, position);
        }
        last = position;
    }

    private void apply(AnnouncementEvent event, long position) {
        String id = event.announcement();
        VersionRow row = event instanceof AnnouncementRecorded
                ? announcements.begin(id, position)
                : announcements.replace(id, position);
        for (String key : keysOf(event)) {
            if (row.tell(key)) {
                keys.add(new StandingRows.KeyRow(key, row.position, position));
            }
        }
    }

    private void apply(OrganizationEvent event, long position) {
        String id = event.organization();
        if (event instanceof OrganizationRegistered) {
            organizations.begin(id, position);
        } else {
            organizations.replace(id, position);
        }
        namesOf(event).forEach(name -> names.add(new StandingRows.NameRow(NameKey.of(name), id, name, position)));
    }

    /** What an event makes its announcement speak of. */
    static Set<String> keysOf(Object event) {
        List<Statement> statements = switch (event) {
            case AnnouncementRecorded recorded -> recorded.statements();
            case AnnouncementCorrected corrected when corrected.statements() != null -> corrected.statements();
            default -> List.of();
        };
        Set<String> keys = new HashSet<>();
        statements.forEach(statement -> keys.addAll(StandingKeys.of(statement)));
        return keys;
    }

    private static List<String> namesOf(OrganizationEvent event) {
        return switch (event) {
            case OrganizationRegistered registered -> {
                List<String> names = new ArrayList<>(List.of(registered.organization(), registered.name()));
                names.addAll(registered.aliases());
                yield names;
            }
            case OrganizationRenamed renamed -> List.of(renamed.name());
            case OrganizationAliasAdded added -> List.of(added.alias());
            default -> List.of();
        };
    }

    /** The rows of the events since they were last taken. */
    public StandingRows take() {
        StandingRows rows = new StandingRows(announcements.take(), organizations.take(), keys, names, last);
        keys.clear();
        names.clear();
        return rows;
    }

    private static VersionRow rowOf(String id, List<Past.Told> past, long before) {
        List<Past.Told> told =
                past.stream().filter(event -> event.position() < before).toList();
        if (told.isEmpty()) {
            throw new IllegalStateException("Position " + before + " goes on with " + id + ", which nothing began");
        }
        VersionRow row = VersionRow.stored(
                id, told.size(), told.getFirst().position(), told.getLast().position());
        told.forEach(event -> row.told(keysOf(event.event())));
        return row;
    }
}
