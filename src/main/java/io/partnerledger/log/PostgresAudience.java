package io.partnerledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Who wants to hear of commits: the nodes, each by the session that it listens with. What this node alone would hear is
 * not said. A session that has ended is taken off the list by whoever joins next, and counts for nothing until then.
 */
final class PostgresAudience {

    private static final int NOBODY = Integer.MAX_VALUE;

    private static final String JOIN =
            "INSERT INTO log_listener (pid) VALUES (pg_backend_pid()) ON CONFLICT DO NOTHING";

    private static final String FORGET =
            "DELETE FROM log_listener l WHERE NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.pid = l.pid)";

    private volatile int session = NOBODY;

    /** The process of the session with which this node listens; before it does, one that nobody has. */
    int session() {
        return session;
    }

    /**
     * Joins with a session that listens already, unless it has. Who has its turn to write may not have seen it: once
     * another turn was waited for, what that one committed is to be found, and later ones tell.
     */
    void join(Connection connection, PostgresTurns turns) throws SQLException {
        int own = connection.unwrap(PGConnection.class).getBackendPID();
        if (own != session) {
            leave(connection);
        }
        try (Statement statement = connection.createStatement()) {
            if (statement.executeUpdate(JOIN) == 0 && own == session) {
                return;
            }
            session = own;
            statement.executeUpdate(FORGET);
            turns.await();
        } catch (SQLException e) {
            try {
                leave(connection);
            } catch (SQLException gone) {
                e.addSuppressed(gone);
            }
            throw e;
        }
    }

    void leave(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            leave(connection);
        }
    }

    /** A session that is not listened with any more lives on in its pool, so nobody else would find that it has ended. */
    private void leave(Connection connection) throws SQLException {
        int left = session;
        session = NOBODY;
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM log_listener WHERE pid = ?")) {
            delete.setInt(1, left);
            delete.executeUpdate();
        }
    }
}
