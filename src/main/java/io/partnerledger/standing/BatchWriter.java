package io.partnerledger.standing;

import io.partnerledger.standing.StandingRows.NameRow;
import io.partnerledger.standing.StandingRows.OrganizationRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows by plain inserts of many rows each, on any database. Keys are held back until the flush and written in
 * their order, for that is how they lie in the table. Names that are there already are left as they are.
 */
final class BatchWriter implements RowWriter {

    private static final int ROWS = 64;
    private static final int MOST_HELD = 4_000_000;
    private static final String VERSIONS = "announcement_version (from_position, position)";
    private static final String KEYS = "announcement_key (key, from_position)";

    private final Connection connection;
    private final Numbers keys = new Numbers();
    private long base;
    private @Nullable PreparedStatement manyVersions;
    private @Nullable PreparedStatement manyKeys;

    BatchWriter(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void write(StandingRows rows) throws SQLException {
        if (rows.announcements().size() / 2 >= ROWS && manyVersions == null) {
            manyVersions = insert(VERSIONS, ROWS);
        }
        insert(
                VERSIONS,
                manyVersions,
                rows.announcements()::get,
                rows.announcements().size());
        hold(rows.keys());
        addOrganizations(rows.organizations());
        addNames(rows.names());
    }

    /** A key and a position in one number, which sorts as they do. */
    private void hold(Numbers some) throws SQLException {
        for (int i = 0; i < some.size(); i += 2) {
            if (keys.isEmpty()) {
                base = some.get(i + 1);
            }
            keys.add(some.get(i) << Integer.SIZE | (some.get(i + 1) - base));
        }
        if (keys.size() > MOST_HELD) {
            flush();
        }
    }

    @Override
    public void flush() throws SQLException {
        keys.sort();
        if (keys.size() >= ROWS && manyKeys == null) {
            manyKeys = insert(KEYS, ROWS);
        }
        insert(KEYS, manyKeys, this::held, 2 * keys.size());
        keys.clear();
    }

    /** The keys that are held back and their positions, in turn. */
    private long held(int index) {
        long key = keys.get(index / 2);
        return index % 2 == 0 ? key >> Integer.SIZE : base + Integer.toUnsignedLong((int) key);
    }

    private void insert(String target, @Nullable PreparedStatement many, IntToLongFunction pairs, int size)
            throws SQLException {
        int at = 0;
        while (size - at >= 2 * ROWS) {
            at = insert(Objects.requireNonNull(many), pairs, at, ROWS);
        }
        int rest = (size - at) / 2;
        if (rest > 0) {
            try (PreparedStatement few = insert(target, rest)) {
                insert(few, pairs, at, rest);
            }
        }
    }

    private static int insert(PreparedStatement insert, IntToLongFunction pairs, int from, int rows)
            throws SQLException {
        for (int i = 0; i < 2 * rows; i++) {
            insert.setLong(i + 1, pairs.applyAsLong(from + i));
        }
        insert.executeUpdate();
        return from + 2 * rows;
    }

    private PreparedStatement insert(String target, int rows) throws SQLException {
        return connection.prepareStatement(
                "INSERT INTO " + target + " VALUES " + String.join(", ", Collections.nCopies(rows, "(?, ?)")));
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
        if (manyVersions != null) {
            manyVersions.close();
        }
        if (manyKeys != null) {
            manyKeys.close();
        }
    }
}
