package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Inserts rows of keys, many by one statement; events of a block that is there already are added to it. */
final class KeyInsert implements KeyBlocks.Rows, AutoCloseable {

    /** What is done with the events of a block that is there already. */
    static final String ADDING =
            " ON CONFLICT (key, block) DO UPDATE SET events = key_block.events || ',' || excluded.events";

    private static final int ROWS = 64;
    private static final int COLUMNS = 3;

    private final Connection connection;
    private final int[] keys = new int[ROWS];
    private final int[] blocks = new int[ROWS];
    private final String[] events = new String[ROWS];
    private int held;
    private @Nullable PreparedStatement many;

    KeyInsert(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void add(int key, int block, String itsEvents) throws SQLException {
        keys[held] = key;
        blocks[held] = block;
        events[held] = itsEvents;
        held++;
        if (held == ROWS) {
            insert(many());
        }
    }

    /** Inserts those that are fewer than a statement takes. */
    void flush() throws SQLException {
        if (held > 0) {
            try (PreparedStatement few = prepare(held)) {
                insert(few);
            }
        }
    }

    private void insert(PreparedStatement insert) throws SQLException {
        for (int i = 0; i < held; i++) {
            insert.setInt(COLUMNS * i + 1, keys[i]);
            insert.setInt(COLUMNS * i + 2, blocks[i]);
            insert.setString(COLUMNS * i + COLUMNS, events[i]);
        }
        insert.executeUpdate();
        held = 0;
    }

    private PreparedStatement many() throws SQLException {
        PreparedStatement prepared = many;
        if (prepared == null) {
            prepared = prepare(ROWS);
            many = prepared;
        }
        return prepared;
    }

    private PreparedStatement prepare(int rows) throws SQLException {
        return connection.prepareStatement("INSERT INTO key_block (key, block, events) VALUES "
                + String.join(", ", Collections.nCopies(rows, "(?, ?, ?)")) + ADDING);
    }

    @Override
    public void close() throws SQLException {
        if (many != null) {
            many.close();
        }
    }
}
