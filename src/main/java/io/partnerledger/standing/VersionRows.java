package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows that one batch adds to a table of versions, and those it closes. A version that the batch itself replaces is
 * written once, already closed.
 */
final class VersionRows<V> {

    private final Connection connection;
    private final JsonMapper json;
    private final String table;
    private final Class<V> type;
    private final Map<String, Row<V>> open = new HashMap<>();
    private final List<Row<V>> added = new ArrayList<>();
    private final List<Row<V>> closed = new ArrayList<>();

    private static final class Row<V> {
        private final String id;
        private final long revision;
        private final long position;
        private final long from;
        private final V version;
        private @Nullable Long until;

        private Row(String id, long revision, long position, long from, V version) {
            this.id = id;
            this.revision = revision;
            this.position = position;
            this.from = from;
            this.version = version;
        }
    }

    VersionRows(Connection connection, JsonMapper json, String table, Class<V> type) {
        this.connection = connection;
        this.json = json;
        this.table = table;
        this.type = type;
    }

    /** The version in force, in this batch or before it. */
    V inForce(String id) throws SQLException {
        return openRow(id).version;
    }

    /** The first version of something new. */
    void begin(String id, long position, V version) {
        Row<V> row = new Row<>(id, 1, position, position, version);
        open.put(id, row);
        added.add(row);
    }

    /** The next version of what is there, in force from this position on. */
    void replace(String id, long from, V version) throws SQLException {
        Row<V> before = openRow(id);
        before.until = from;
        Row<V> row = new Row<>(id, before.revision + 1, before.position, from, version);
        open.put(id, row);
        added.add(row);
    }

    void flush() throws SQLException {
        try (PreparedStatement close = connection.prepareStatement(
                "UPDATE " + table + " SET until_position = ? WHERE id = ? AND revision = ?")) {
            for (Row<V> row : closed) {
                if (row.until != null) {
                    close.setLong(1, row.until);
                    close.setString(2, row.id);
                    close.setLong(3, row.revision);
                    close.addBatch();
                }
            }
            close.executeBatch();
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table
                + " (id, revision, position, from_position, until_position, body) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (Row<V> row : added) {
                insert.setString(1, row.id);
                insert.setLong(2, row.revision);
                insert.setLong(3, row.position);
                insert.setLong(4, row.from);
                if (row.until == null) {
                    insert.setNull(5, Types.BIGINT);
                } else {
                    insert.setLong(5, row.until);
                }
                insert.setString(6, json.writeValueAsString(row.version));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private Row<V> openRow(String id) throws SQLException {
        Row<V> known = open.get(id);
        if (known != null) {
            return known;
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT revision, position, from_position, body FROM " + table
                        + " WHERE id = ? AND until_position IS NULL")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException(table + " has no open row of " + id);
                }
                V version = json.readValue(row.getString(4), type);
                Row<V> stored = new Row<>(id, row.getLong(1), row.getLong(2), row.getLong(3), version);
                closed.add(stored);
                open.put(id, stored);
                return stored;
            }
        }
    }
}
