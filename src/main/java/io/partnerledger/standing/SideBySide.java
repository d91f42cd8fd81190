package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Two builds in reach of one connection, each under the name of its schema.
 */
record SideBySide(Connection connection, String left, String right, RowDigest digest) implements AutoCloseable {

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
