package io.partnerledger.standing;

import io.partnerledger.standing.StandingRows.NameRow;
import io.partnerledger.standing.StandingRows.OrganizationRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows by plain inserts of many rows each, on any database. Keys are held back until the flush and written in
 * their order, for that is how they lie in the table. Names that are there already are left as they are.
 */
final class BatchWriter implements RowWriter {

    private final Connection connection;
    private final RowInsert versions;
    private final KeyInsert keys;
    private final @Nullable KeyRuns runs;
    private final KeyEntries held = new KeyEntries();
    private long last;

    /** What writes into a build that has its indexes. */
    BatchWriter(Connection connection) {
        this(connection, null);
    }

    /** @param runs where keys go instead, a run a flush, while a SQLite build is filled */
    BatchWriter(Connection connection, @Nullable KeyRuns runs) {
        this.connection = connection;
        this.runs = runs;
        this.versions = new RowInsert(connection, "announcement_version (from_position, position)", 2, "");
        this.keys = new KeyInsert(connection);
    }

    @Override
    public void write(StandingRows rows) throws SQLException {
        Numbers announcements = rows.announcements();
        versions.insert(announcements.size() / 2, (insert, place, row) -> {
            insert.setLong(place, announcements.get(2 * row));
            insert.setLong(place + 1, announcements.get(2 * row + 1));
        });
        held.add(rows.keys());
        addOrganizations(rows.organizations());
        addNames(rows.names());
        last = rows.last();
        if (held.size() > KeyEntries.MOST_HELD) {
            flush();
        }
    }

    @Override
    public void flush() throws SQLException {
        if (runs == null) {
            KeyBlocks.of(held, keys);
            keys.flush();
        } else {
            held.sort();
            runs.add(last, held);
        }
        held.clear();
    }

    void addOrganizations(List<OrganizationRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO organization_version (from_position, id) VALUES (?, ?)")) {
            for (OrganizationRow row : rows) {
                insert.setLong(1, row.from());
                insert.setString(2, row.id());
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

    @Override
    public void close() throws SQLException {
        versions.close();
        keys.close();
    }
}
