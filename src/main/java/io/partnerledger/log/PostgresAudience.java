package io.partnerledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Who wants to hear of commits: the nodes, each by the session that it listens with. What this node alone would hear is
 * not said. A session that has ended is taken off the list by whoever joins next, and until then does no harm.
 */
final class PostgresAudience {

    /** Says how far the log reaches, on its channel, if anybody but this session listens. */
    static final String TELL = "log_tell(?, ?, ?)";

    private static final String JOIN =
            "INSERT INTO log_listener (pid) VALUES (pg_backend_pid()) ON CONFLICT DO NOTHING";

    private static final String FORGET =
            "DELETE FROM log_listener l WHERE NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.pid = l.pid)";

    private final PostgresLedger ledger;
    private volatile int session;

    PostgresAudience(PostgresLedger ledger) {
        this.ledger = ledger;
    }

    PostgresLedger ledger() {
        return ledger;
    }

    /** The process of the session with which this node listens; 0 before it does, which is nobody's. */
    int session() {
        return session;
    }

    /**
     * Joins with a session that listens already, unless it is on the list. An append that is on its way may not have seen
     * it: once the ledger's lock was held, that one is to be found, and later ones tell.
     */
    void join(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (statement.executeUpdate(JOIN) > 0) {
                statement.executeUpdate(FORGET);
                statement.execute("SELECT pg_advisory_xact_lock(" + ledger.lock() + ")");
            }
        }
        session = connection.unwrap(PGConnection.class).getBackendPID();
    }

    void leave(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM log_listener WHERE pid = ?")) {
            delete.setInt(1, session);
            delete.executeUpdate();
        }
    }
}
