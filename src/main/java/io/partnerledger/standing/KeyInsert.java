package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Inserts rows of keys; events of a block that is there already are added to it. */
final class KeyInsert implements KeyBlocks.Rows, AutoCloseable {

    /** What is done with the events of a block that is there already. */
    static final String ADDING =
            " ON CONFLICT (key, block) DO UPDATE SET events = key_block.events || ',' || excluded.events";

    private final RowInsert rows;
    private final int[] keys = new int[RowInsert.ROWS];
    private final int[] blocks = new int[RowInsert.ROWS];
    private final String[] events = new String[RowInsert.ROWS];
    private int held;

    KeyInsert(Connection connection) {
        this.rows = new RowInsert(connection, "key_block (key, block, events)", 3, ADDING);
    }

    @Override
    public void add(int key, int block, String itsEvents) throws SQLException {
        keys[held] = key;
        blocks[held] = block;
        events[held] = itsEvents;
        held++;
        if (held == RowInsert.ROWS) {
            flush();
        }
    }

    /** Inserts those that are fewer than a statement takes. */
    void flush() throws SQLException {
        rows.insert(held, this::bind);
        held = 0;
    }

    private void bind(PreparedStatement insert, int place, int row) throws SQLException {
        insert.setInt(place, keys[row]);
        insert.setInt(place + 1, blocks[row]);
        insert.setString(place + 2, events[row]);
    }

    @Override
    public void close() throws SQLException {
        rows.close();
    }
}
