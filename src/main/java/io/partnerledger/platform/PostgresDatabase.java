package io.partnerledger.platform;

import com.zaxxer.hikari.HikariDataSource;
import io.partnerledger.log.LogUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL database that nodes share. No bean of type DataSource, so that nothing configures itself on it. */
record PostgresDatabase(HikariDataSource pool, LedgerProperties.Postgres settings) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);

    private static final int CONNECTIONS = 8;

    /** No longer than a question waits for its view. */
    private static final int CONNECT_MILLIS = 5_000;

    /** No group of appends takes as long: its outcome is unknown then, and the next one finds another connection. */
    private static final Duration UNANSWERED = Duration.ofMinutes(1);

    /** A build's indexes are made by one statement, and its rows compared by one. */
    private static final Duration UNANSWERED_BUILD = Duration.ofMinutes(10);

    /** The server ends the session, and its locks, of a machine that has been gone for half a minute. */
    private static final String SOON_MISSED =
            "SET tcp_keepalives_idle TO 15; SET tcp_keepalives_interval TO 5; SET tcp_keepalives_count TO 3";

    /** Whatever the server's default: what was acknowledged, or read from the views, is not taken back by a crash. */
    private static final String DURABLE =
            "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

    /** Nor does a node that stands still in the middle of a batch keep the others from keeping the views. */
    private static final String NOT_HELD_UP = "SET idle_in_transaction_session_timeout TO '15s'";

    private static final Duration SAID_AGAIN = Duration.ofSeconds(10);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    static PostgresDatabase open(LedgerProperties.Postgres settings) {
        return new PostgresDatabase(pool(settings, "ledger", UNANSWERED, null), settings);
    }

    /** Work that a database is asked for. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T run() throws E, SQLException;
    }

    /** Work that is done with a lock, which the session has as long as it lasts. */
    @FunctionalInterface
    private interface LockedWork<T, E extends Exception> {
        T run(Connection session) throws E, SQLException;
    }

    /** Does what the nodes of a ledger do one after the other: the others wait until this one is done or has died. */
    <T, E extends Exception> T alone(String what, Work<T, E> work) throws E, SQLException {
        return alone(what, SAID_AGAIN, true, _ -> work.run());
    }

    /**
     * The same for who cannot wait longer than that: one of the others may stand still. Nothing was done then. The work
     * is given a check that it is still alone, which throws {@link LogUnavailable} where it is not.
     */
    <T> T aloneWithin(Duration patience, String what, Function<Runnable, T> work) throws SQLException {
        return this.<T, SQLException>alone(
                what, patience, false, session -> work.apply(() -> requireStillAlone(session)));
    }

    private static void requireStillAlone(Connection session) {
        try (Statement statement = session.createStatement()) {
            statement.execute("SELECT 1");
        } catch (SQLException e) {
            throw new LogUnavailable(
                    "Nothing was stored: the session that kept the other nodes waiting has ended. Ask again", e);
        }
    }

    private <T, E extends Exception> T alone(String what, Duration wait, boolean waitsOn, LockedWork<T, E> work)
            throws E, SQLException {
        Connection connection = pool.getConnection();
        try {
            while (!hasLock(connection, what, wait)) {
                if (!waitsOn) {
                    throw new SQLTimeoutException("one of them is not done after " + wait.toMillis() + " ms");
                }
                LOG.warn("Waiting for another node to be done with its {}; one that stands still is to be ended", what);
            }
            return work.run(connection);
        } finally {
            letGo(connection);
        }
    }

    private static boolean hasLock(Connection connection, String what, Duration wait) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET lock_timeout TO %d; SELECT pg_advisory_lock(hashtext('partner-ledger %s ' || current_schema()))"
                            .formatted(wait.toMillis(), what));
            return true;
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** What became of the work stays what it is: a session that cannot unlock is ended, and its lock with it. */
    private void letGo(Connection connection) {
        try (connection) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_unlock_all(); RESET lock_timeout");
            } catch (SQLException e) {
                LOG.warn("A session that held a lock is gone: {}", e.getMessage());
                pool.evictConnection(connection);
            }
        } catch (SQLException e) {
            LOG.debug("It was gone before it was closed", e);
        }
    }

    /** A pool of its own whose connections see one schema. */
    HikariDataSource poolOfSchema(String schema) {
        return pool(settings, schema, UNANSWERED_BUILD, schema);
    }

    private static HikariDataSource pool(
            LedgerProperties.Postgres settings, String name, Duration unanswered, @Nullable String schema) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(CONNECT_MILLIS);
        pool.setPoolName(name);
        // Whatever the server's default: the log's append takes a lock and then looks at what was committed before.
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // Rows of a batch go as one statement.
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // Else who waits for a server that is gone waits for ever.
        pool.addDataSourceProperty("socketTimeout", String.valueOf(unanswered.toSeconds()));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.setConnectionInitSql(SOON_MISSED + "; " + DURABLE);
        pool.setExceptionOverride(new ReadOnlySessions(pool));
        if (schema != null) {
            pool.setSchema(schema);
            pool.setConnectionInitSql(SOON_MISSED + "; " + NOT_HELD_UP + "; " + DURABLE);
        }
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
