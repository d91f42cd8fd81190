package io.partnerledger.standing;

import io.partnerledger.standing.StandingRows.Added;
import io.partnerledger.standing.StandingRows.KeyRow;
import io.partnerledger.standing.StandingRows.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a batch into a build that has its indexes, and tells of it. What almost every batch has, new
 * announcements with their keys, goes in one statement with the news: under load each round trip makes a view older.
 */
final class PostgresBatch {

    private static final String WRITE = """
        WITH added AS (
            INSERT INTO announcement_version (from_position, id, revision, position, until_position)
            SELECT * FROM unnest(?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])),
        keys AS (
            INSERT INTO announcement_key (key, announcement, from_position)
            SELECT * FROM unnest(?::text[], ?::bigint[], ?::bigint[]))
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
        rest.add(Table.ORGANIZATIONS, rows.of(Table.ORGANIZATIONS).added());
        rest.close(Table.ORGANIZATIONS, rows.of(Table.ORGANIZATIONS).closed());
        rest.addNames(rows.names());
        rest.close(Table.ANNOUNCEMENTS, rows.of(Table.ANNOUNCEMENTS).closed());
        List<Added> added = rows.of(Table.ANNOUNCEMENTS).added();
        List<KeyRow> keys = rows.keys();
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            bind(write, 1, "bigint", added, Added::from);
            bind(write, 2, "text", added, Added::id);
            bind(write, 3, "bigint", added, Added::revision);
            bind(write, 4, "bigint", added, Added::position);
            bind(write, 5, "bigint", added, Added::until);
            bind(write, 6, "text", keys, KeyRow::key);
            bind(write, 7, "bigint", keys, KeyRow::announcement);
            bind(write, 8, "bigint", keys, KeyRow::from);
            write.setString(9, channel);
            write.setLong(10, rows.last());
            try (ResultSet row = write.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private <T> void bind(
            PreparedStatement write, int place, String type, List<T> rows, Function<T, @Nullable Object> column)
            throws SQLException {
        write.setArray(
                place, connection.createArrayOf(type, rows.stream().map(column).toArray()));
    }
}
