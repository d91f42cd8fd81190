package io.partnerledger.standing;

import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.organization.NameKey;
import io.partnerledger.organization.OrganizationEvent;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns events, in the order of the log, into the rows of the standing table. Not for two threads at once. Where the
 * versions in force come from is the lookups' business, and so is whether a key may come a second time.
 */
public final class StandingFold {

    private final VersionFold<AnnouncementVersion> announcements;
    private final VersionFold<OrganizationVersion> organizations;
    private final List<StandingRows.KeyRow> keys = new ArrayList<>();
    private final List<StandingRows.NameRow> names = new ArrayList<>();
    private long last = -1;

    StandingFold(
            VersionFold.Lookup<AnnouncementVersion> announcements,
            VersionFold.Lookup<OrganizationVersion> organizations,
            JsonMapper json) {
        this.announcements = new VersionFold<>(announcements, json.writerFor(AnnouncementVersion.class));
        this.organizations = new VersionFold<>(organizations, json.writerFor(OrganizationVersion.class));
    }

    /**
     * A fold for a build that has no indexes yet: what is not at hand is folded again from the log, which has them. So
     * the build is not read while it is filled, each key comes once, and memory does not grow with the ledger.
     */
    public static StandingFold over(Past past, JsonMapper json) {
        return new StandingFold(
                (id, before) -> announcementOf(past.ofAnnouncement(id), before),
                (id, before) -> organizationOf(past.ofOrganization(id), before),
                json);
    }

    /** Takes up one event; what is neither about announcements nor about organizations is none of this table's. */
    public void apply(Object event, long position, Instant recordedAt) throws SQLException {
        if (event instanceof AnnouncementEvent announcementEvent) {
            apply(announcementEvent, position, recordedAt);
        } else if (event instanceof OrganizationEvent organizationEvent) {
            apply(organizationEvent, position);
        }
        last = position;
    }

    private void apply(AnnouncementEvent event, long position, Instant recordedAt) throws SQLException {
        String id = event.announcement();
        VersionRow<AnnouncementVersion> row;
        if (event instanceof AnnouncementRecorded recorded) {
            row = announcements.begin(id, position, AnnouncementVersion.of(recorded, position, recordedAt));
        } else {
            VersionRow<AnnouncementVersion> before = announcements.inForce(id, position);
            row = announcements.replace(before, position, before.version.after(event));
        }
        keysOf(row.version).filter(row.told::add).forEach(key -> keys.add(new StandingRows.KeyRow(key, id, position)));
    }

    private void apply(OrganizationEvent event, long position) throws SQLException {
        String id = event.organization();
        VersionRow<OrganizationVersion> row;
        if (event instanceof OrganizationRegistered registered) {
            row = organizations.begin(id, position, OrganizationVersion.of(registered, position));
        } else {
            VersionRow<OrganizationVersion> before = organizations.inForce(id, position);
            row = organizations.replace(before, position, before.version.after(event));
        }
        namesOf(row.version)
                .filter(name -> row.told.add(NameKey.of(name)))
                .forEach(name -> names.add(new StandingRows.NameRow(NameKey.of(name), id, name, position)));
    }

    static Stream<String> keysOf(AnnouncementVersion version) {
        return version.statements().stream().flatMap(statement -> StandingKeys.of(statement).stream());
    }

    static Stream<String> namesOf(OrganizationVersion version) {
        return Stream.concat(Stream.of(version.organization(), version.name()), version.aliases().stream());
    }

    /** The rows of the events since they were last taken. */
    public StandingRows take() {
        StandingRows rows = new StandingRows(announcements.take(), organizations.take(), keys, names, last);
        keys.clear();
        names.clear();
        return rows;
    }

    private static VersionRow<AnnouncementVersion> announcementOf(List<Past.Told> past, long before) {
        Past.Told first = past.getFirst();
        AnnouncementRecorded recorded = (AnnouncementRecorded) first.event();
        VersionRow<AnnouncementVersion> row = VersionRow.first(
                recorded.announcement(),
                first.position(),
                AnnouncementVersion.of(recorded, first.position(), first.recordedAt()));
        row.tell(keysOf(row.version));
        for (Past.Told told : past.subList(1, past.size())) {
            if (told.position() < before) {
                row = row.next(told.position(), row.version.after((AnnouncementEvent) told.event()));
                row.tell(keysOf(row.version));
            }
        }
        return row.written();
    }

    private static VersionRow<OrganizationVersion> organizationOf(List<Past.Told> past, long before) {
        Past.Told first = past.getFirst();
        OrganizationRegistered registered = (OrganizationRegistered) first.event();
        VersionRow<OrganizationVersion> row = VersionRow.first(
                registered.organization(), first.position(), OrganizationVersion.of(registered, first.position()));
        row.tell(namesOf(row.version).map(NameKey::of));
        for (Past.Told told : past.subList(1, past.size())) {
            if (told.position() < before) {
                row = row.next(told.position(), row.version.after((OrganizationEvent) told.event()));
                row.tell(namesOf(row.version).map(NameKey::of));
            }
        }
        return row.written();
    }
}
