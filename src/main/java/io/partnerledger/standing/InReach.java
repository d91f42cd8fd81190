package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.SQLException;

/** A build in reach of a connection, under the name of its schema. */
record InReach(Connection connection, String schema, RowDigest digest) implements AutoCloseable {

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
