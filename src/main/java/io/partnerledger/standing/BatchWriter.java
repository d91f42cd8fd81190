package io.partnerledger.standing;

import io.partnerledger.standing.StandingRows.Added;
import io.partnerledger.standing.StandingRows.Closed;
import io.partnerledger.standing.StandingRows.KeyRow;
import io.partnerledger.standing.StandingRows.NameRow;
import io.partnerledger.standing.StandingRows.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/** Writes rows by batches of plain inserts, on any database. Keys and names that are there already are left as they are. */
final class BatchWriter implements RowWriter {

    private final Connection connection;

    BatchWriter(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void write(StandingRows rows) throws SQLException {
        for (Table table : Table.values()) {
            add(table, rows.of(table).added());
            close(table, rows.of(table).closed());
        }
        add(rows.keys());
        addNames(rows.names());
    }

    void add(Table table, List<Added> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table.table
                + " (from_position, id, revision, position, until_position) VALUES (?, ?, ?, ?, ?)")) {
            for (Added row : rows) {
                insert.setLong(1, row.from());
                insert.setString(2, row.id());
                insert.setLong(3, row.revision());
                insert.setLong(4, row.position());
                Long until = row.until();
                if (until == null) {
                    insert.setNull(5, Types.BIGINT);
                } else {
                    insert.setLong(5, until);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void close(Table table, List<Closed> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement close = connection.prepareStatement(
                "UPDATE " + table.table + " SET until_position = ? WHERE from_position = ?")) {
            for (Closed row : rows) {
                close.setLong(1, row.until());
                close.setLong(2, row.from());
                close.addBatch();
            }
            close.executeBatch();
        }
    }

    private void add(List<KeyRow> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO announcement_key (key, announcement, from_position) VALUES (?, ?, ?)")) {
            for (KeyRow key : keys) {
                insert.setString(1, key.key());
                insert.setLong(2, key.announcement());
                insert.setLong(3, key.from());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void addNames(List<NameRow> names) throws SQLException {
        if (names.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO organization_name"
                + " (name_key, organization, name, from_position) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            for (NameRow name : names) {
                insert.setString(1, name.key());
                insert.setString(2, name.organization());
                insert.setString(3, name.name());
                insert.setLong(4, name.from());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
