package io.partnerledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A session's turn to write: it holds the ledger's lock from commit to commit, so it knows where the log ends and who
 * listens, and nobody else writes. The lock is the session's own: one that has ended can neither write nor keep others
 * from it.
 */
final class PostgresTurn {

    private static final Duration UNWATCHED = Duration.ofMillis(10);

    private static final String END = """
        SELECT pg_advisory_unlock_all();
        RESET lock_timeout;
        RESET enable_hashjoin;
        RESET enable_mergejoin;
        RESET default_transaction_isolation\
        """;

    private static final String NO_WAIT_FOR_THE_DISK = "SET synchronous_commit TO off";

    private final Connection connection;
    private final PostgresLock lock;
    private long begun;
    private final PreparedConnection statements;
    private long watched;
    private Head head = Head.EMPTY;
    private boolean overheard;
    private boolean waitedNotForTheDisk;

    private PostgresTurn(Connection connection, PostgresLock lock) {
        this.connection = connection;
        this.statements = new PreparedConnection(connection);
        this.lock = lock;
    }

    /** Waits for the lock, up to a time. */
    static PostgresTurn take(DataSource dataSource, PostgresLock lock, Duration lockTimeout) throws SQLException {
        return PostgresSessions.alive(() -> takeOnce(dataSource, lock, lockTimeout));
    }

    private static PostgresTurn takeOnce(DataSource dataSource, PostgresLock lock, Duration lockTimeout)
            throws SQLException {
        PostgresTurn turn = new PostgresTurn(dataSource.getConnection(), lock);
        try {
            turn.begin(lockTimeout);
            return turn;
        } catch (SQLException | RuntimeException | Error e) {
            turn.end();
            throw e;
        }
    }

    /**
     * Settings last as long as the turn. What is taken is looked up by index: for a large group a planner without
     * statistics would rather read the whole log.
     */
    private void begin(Duration lockTimeout) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
                SET default_transaction_isolation TO 'read committed';
                SET enable_hashjoin TO off;
                SET enable_mergejoin TO off;
                SET lock_timeout TO %d\
                """.formatted(lockTimeout.toMillis()));
            try (ResultSet changed = statement.getResultSet()) {
                waitedNotForTheDisk = changed.next();
            }
            lock.hold(statement, lockTimeout);
        }
        begun = System.nanoTime();
        watched = begun;
        look();
    }

    /** By a statement of its own after the lock is held, so that no commit is missed and nobody who joined before. */
    void look() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                    SELECT e.position, e.recorded_at, EXISTS (
                        SELECT FROM log_listener l JOIN pg_stat_activity a ON a.pid = l.pid WHERE l.pid <> %d)
                    FROM (SELECT) AS always LEFT JOIN LATERAL (
                        SELECT position, recorded_at FROM log_event ORDER BY position DESC LIMIT 1) AS e ON true\
                    """.formatted(lock.node()))) {
            row.next();
            long position = row.getLong(1);
            head = row.wasNull() ? Head.EMPTY : new Head(position, row.getLong(2));
            overheard = row.getBoolean(3);
        }
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Under load what other nodes say is heard late: then it is time to see for oneself whether one of them waits. */
    boolean mayBeWaitedFor() {
        return overheard && System.nanoTime() - watched > UNWATCHED.toNanos();
    }

    /** Whether somebody stands in line for the lock; also where the session cannot tell any more. */
    boolean isWaitedFor() {
        watched = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            return lock.isWaitedFor(statement);
        } catch (SQLException e) {
            return true;
        }
    }

    Connection connection() {
        return connection;
    }

    /** A statement that lasts as long as the turn. */
    PreparedStatement prepare(String sql) throws SQLException {
        return statements.prepare(sql);
    }

    String channel() {
        return lock.ledger().channel();
    }

    Head head() {
        return head;
    }

    /** The log was brought to end there. */
    void reached(Head end) {
        head = end;
    }

    /** Whether somebody beside this node hears of commits. */
    boolean overheard() {
        return overheard;
    }

    /** Gives the lock up and the connection back; one that cannot give up the lock is broken off. */
    void end() {
        try (Connection ending = connection) {
            try (Statement statement = ending.createStatement()) {
                if (!ending.getAutoCommit()) {
                    ending.rollback();
                    ending.setAutoCommit(true);
                }
                statement.execute(waitedNotForTheDisk ? END + ";" + NO_WAIT_FOR_THE_DISK : END);
            } catch (SQLException e) {
                ending.abort(Runnable::run);
                throw e;
            }
        } catch (SQLException e) {
            System.getLogger(PostgresTurn.class.getName())
                    .log(System.Logger.Level.DEBUG, "The session that wrote is gone", e);
        }
    }
}
