package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the rows of a batch into a build that has its indexes, and tells of it. What almost every batch has, new
 * announcements with their keys, goes in one statement with the news: under load each round trip makes a view older.
 */
final class PostgresBatch {

    private static final String WRITE = """
        WITH before(position) AS (%s), added AS (
            INSERT INTO announcement_version (from_position, position)
            SELECT * FROM unnest(?::bigint[], ?::bigint[])),
        keys AS (
            INSERT INTO key_block (key, block, events)
            SELECT * FROM unnest(?::int[], ?::int[], ?::text[]) %s)
        SELECT s.name, before.position, pg_notify(?, s.name || ':' || ?)
        FROM (SELECT current_schema()::text) AS s(name), before\
        """.formatted(LiveStanding.NEWEST, KeyInsert.ADDING);

    private final Connection connection;
    private final BatchWriter rest;

    PostgresBatch(Connection connection) {
        this.connection = connection;
        this.rest = new BatchWriter(connection);
    }

    /** Writes what follows the newest row and tells, and answers the schema that it wrote to. */
    String write(StandingRows rows, String channel) throws SQLException {
        String schema;
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            bindVersions(write, rows.announcements());
            bindKeys(write, rows.keys());
            write.setString(6, channel);
            write.setLong(7, rows.last());
            try (ResultSet row = write.executeQuery()) {
                row.next();
                schema = row.getString(1);
                rows.requireToFollow(row.getLong(2));
            }
        }
        rest.addOrganizations(rows.organizations());
        rest.addNames(rows.names());
        return schema;
    }

    private void bindVersions(PreparedStatement write, Numbers versions) throws SQLException {
        Long[] events = new Long[versions.size() / 2];
        Long[] firsts = new Long[versions.size() / 2];
        for (int i = 0; i < events.length; i++) {
            events[i] = versions.get(2 * i);
            firsts[i] = versions.get(2 * i + 1);
        }
        write.setArray(1, connection.createArrayOf("bigint", events));
        write.setArray(2, connection.createArrayOf("bigint", firsts));
    }

    private void bindKeys(PreparedStatement write, Numbers ofEvents) throws SQLException {
        List<Integer> keys = new ArrayList<>();
        List<Integer> blocks = new ArrayList<>();
        List<String> events = new ArrayList<>();
        KeyEntries entries = new KeyEntries();
        entries.add(ofEvents);
        KeyBlocks.of(entries, (key, block, itsEvents) -> {
            keys.add(key);
            blocks.add(block);
            events.add(itsEvents);
        });
        write.setArray(3, connection.createArrayOf("int", keys.toArray()));
        write.setArray(4, connection.createArrayOf("int", blocks.toArray()));
        write.setArray(5, connection.createArrayOf("text", events.toArray()));
    }
}
