package io.partnerledger.standing;

import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.organization.NameKey;
import io.partnerledger.organization.OrganizationEvent;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a batch of events into the tables of one build, in the order of the log. Nothing is written before
 * {@link #flush}, so that a batch costs a few statements however many events it has.
 */
public final class StandingWriter {

    private final Connection connection;
    private final VersionRows<AnnouncementVersion> announcements;
    private final VersionRows<OrganizationVersion> organizations;
    private final Map<Key, Long> keys = new LinkedHashMap<>();
    private final Map<String, Name> names = new LinkedHashMap<>();

    private record Key(String key, String announcement) {}

    private record Name(String organization, String name, long position) {}

    public StandingWriter(Connection connection, JsonMapper json) {
        this.connection = connection;
        this.announcements = new VersionRows<>(connection, json, "announcement_version", AnnouncementVersion.class);
        this.organizations = new VersionRows<>(connection, json, "organization_version", OrganizationVersion.class);
    }

    /** Takes up one event; what is neither about announcements nor about organizations is none of this table's. */
    public void apply(Object event, long position, Instant recordedAt) throws SQLException {
        if (event instanceof AnnouncementEvent announcementEvent) {
            apply(announcementEvent, position, recordedAt);
        } else if (event instanceof OrganizationEvent organizationEvent) {
            apply(organizationEvent, position);
        }
    }

    private void apply(AnnouncementEvent event, long position, Instant recordedAt) throws SQLException {
        String id = event.announcement();
        if (event instanceof AnnouncementRecorded recorded) {
            announcements.begin(id, position, AnnouncementVersion.of(recorded, position, recordedAt));
        } else {
            announcements.replace(id, position, announcements.inForce(id).after(event));
        }
        announcements.inForce(id).statements().stream()
                .flatMap(statement -> StandingKeys.of(statement).stream())
                .forEach(key -> keys.putIfAbsent(new Key(key, id), position));
    }

    private void apply(OrganizationEvent event, long position) throws SQLException {
        String id = event.organization();
        if (event instanceof OrganizationRegistered registered) {
            organizations.begin(id, position, OrganizationVersion.of(registered, position));
        } else {
            organizations.replace(id, position, organizations.inForce(id).after(event));
        }
        OrganizationVersion version = organizations.inForce(id);
        Stream.concat(Stream.of(id, version.name()), version.aliases().stream())
                .forEach(name -> names.putIfAbsent(NameKey.of(name), new Name(id, name, position)));
    }

    /** Writes the batch; the caller commits. */
    public void flush() throws SQLException {
        announcements.flush();
        organizations.flush();
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO announcement_key"
                + " (key, announcement, from_position) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            for (Map.Entry<Key, Long> entry : keys.entrySet()) {
                insert.setString(1, entry.getKey().key());
                insert.setString(2, entry.getKey().announcement());
                insert.setLong(3, entry.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO organization_name"
                + " (name_key, organization, name, from_position) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            for (Map.Entry<String, Name> entry : names.entrySet()) {
                insert.setString(1, entry.getKey());
                insert.setString(2, entry.getValue().organization());
                insert.setString(3, entry.getValue().name());
                insert.setLong(4, entry.getValue().position());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
