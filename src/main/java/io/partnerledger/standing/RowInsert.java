package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Inserts rows of a table, many by one statement. */
final class RowInsert implements AutoCloseable {

    /** So many rows go by one statement. */
    static final int ROWS = 64;

    /** Sets the columns of a row. */
    interface Binder {

        /** @param place the parameter of the row's first column */
        void bind(PreparedStatement insert, int place, int row) throws SQLException;
    }

    private final Connection connection;
    private final String target;
    private final int columns;
    private final String onConflict;
    private @Nullable PreparedStatement many;

    /**
     * @param target a table and the names of its columns
     * @param onConflict what is to be done with rows that are there, if that can be
     */
    RowInsert(Connection connection, String target, int columns, String onConflict) {
        this.connection = connection;
        this.target = target;
        this.columns = columns;
        this.onConflict = onConflict;
    }

    /** Inserts rows in their order. */
    void insert(int rows, Binder binder) throws SQLException {
        int done = 0;
        while (rows - done >= ROWS) {
            insert(many(), binder, done, ROWS);
            done += ROWS;
        }
        if (rows > done) {
            try (PreparedStatement few = prepare(rows - done)) {
                insert(few, binder, done, rows - done);
            }
        }
    }

    private void insert(PreparedStatement insert, Binder binder, int first, int rows) throws SQLException {
        for (int i = 0; i < rows; i++) {
            binder.bind(insert, columns * i + 1, first + i);
        }
        insert.executeUpdate();
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
        String row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        return connection.prepareStatement(
                "INSERT INTO " + target + " VALUES " + String.join(", ", Collections.nCopies(rows, row)) + onConflict);
    }

    @Override
    public void close() throws SQLException {
        if (many != null) {
            many.close();
        }
    }
}
