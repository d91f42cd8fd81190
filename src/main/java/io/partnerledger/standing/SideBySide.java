package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Two builds in reach of one connection, each under the name of its schema.
 *
 * @param digest the SQL expression of a 64-bit digest of a row of columns, as a format of their list; null where the
 *     database has none
 */
record SideBySide(
        Connection connection,
        String left,
        String right,
        @Nullable String digest) implements AutoCloseable {

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
