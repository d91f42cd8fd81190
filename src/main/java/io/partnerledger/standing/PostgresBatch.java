package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Writes the rows of a batch into a build that has its indexes, and tells of it. What almost every batch has, new
 * announcements with their keys, goes in one statement with the news: under load each round trip makes a view older.
 */
final class PostgresBatch {

    private static final String WRITE = """
        WITH added AS (
            INSERT INTO announcement_version (from_position, position)
            SELECT * FROM unnest(?::bigint[], ?::bigint[])),
        keys AS (
            INSERT INTO announcement_key (key, from_position)
            SELECT * FROM unnest(?::bigint[], ?::bigint[]))
        SELECT s.name, pg_notify(?, s.name || ':' || ?) FROM (SELECT current_schema()::text) AS s(name)\
        """;

    private final Connection connection;
    private final BatchWriter rest;

    PostgresBatch(Connection connection) {
        this.connection = connection;
        this.rest = new BatchWriter(connection);
    }

    /** Writes and tells, and answers the schema that it wrote to. */
    String write(StandingRows rows, String channel) throws SQLException {
        rest.addOrganizations(rows.organizations());
        rest.addNames(rows.names());
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            bind(write, 1, rows.announcements());
            bind(write, 3, rows.keys());
            write.setString(5, channel);
            write.setLong(6, rows.last());
            try (ResultSet row = write.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void bind(PreparedStatement write, int place, Numbers pairs) throws SQLException {
        Long[] firsts = new Long[pairs.size() / 2];
        Long[] seconds = new Long[pairs.size() / 2];
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = pairs.get(2 * i);
            seconds[i] = pairs.get(2 * i + 1);
        }
        write.setArray(place, connection.createArrayOf("bigint", firsts));
        write.setArray(place + 1, connection.createArrayOf("bigint", seconds));
    }
}
