package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/** Inserts rows of two numbers, many by one statement. */
final class PairInsert implements AutoCloseable {

    private static final int ROWS = 64;

    private final Connection connection;
    private final String target;
    private @Nullable PreparedStatement many;

    /** @param target a table and its two columns */
    PairInsert(Connection connection, String target) {
        this.connection = connection;
        this.target = target;
    }

    /**
     * Inserts rows in their order.
     *
     * @param numbers those of the rows, in turn
     */
    void insert(IntToLongFunction numbers, int rows) throws SQLException {
        int done = 0;
        while (rows - done >= ROWS) {
            insert(many(), numbers, done, ROWS);
            done += ROWS;
        }
        if (rows > done) {
            try (PreparedStatement few = prepare(rows - done)) {
                insert(few, numbers, done, rows - done);
            }
        }
    }

    private static void insert(PreparedStatement insert, IntToLongFunction numbers, int first, int rows)
            throws SQLException {
        for (int i = 0; i < 2 * rows; i++) {
            insert.setLong(i + 1, numbers.applyAsLong(2 * first + i));
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
        return connection.prepareStatement(
                "INSERT INTO " + target + " VALUES " + String.join(", ", Collections.nCopies(rows, "(?, ?)")));
    }

    @Override
    public void close() throws SQLException {
        if (many != null) {
            many.close();
        }
    }
}
