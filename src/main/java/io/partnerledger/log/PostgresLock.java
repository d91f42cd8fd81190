package io.partnerledger.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The lock of a ledger, held by a session until it gives it up or ends. Nodes ask one another for it. */
record PostgresLock(PostgresLedger ledger, int node) {

    /** A node that is alive gives the lock up within a commit. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration ASKED_AGAIN = Duration.ofMillis(20);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Waits until the session has it, up to a time. */
    void hold(Statement session, Duration timeout) throws SQLException {
        try (ResultSet row = session.executeQuery("SELECT pg_try_advisory_lock(" + ledger.lock() + ")")) {
            row.next();
            if (row.getBoolean(1)) {
                return;
            }
        }
        long begin = System.nanoTime();
        Duration waited = Duration.ZERO;
        while (!ask(session, timeout.minus(waited))) {
            waited = Duration.ofNanos(System.nanoTime() - begin);
            if (waited.compareTo(PATIENCE) > 0) {
                endTheDead(session);
            }
        }
    }

    /**
     * Asks for the lock with the breath in which it waits. The one that had it may have let go between the two, and
     * another have come first that has not heard: hence the wait is short, unless it is the last.
     */
    private boolean ask(Statement session, Duration left) throws SQLException {
        boolean isLast = left.compareTo(ASKED_AGAIN) <= 0;
        try {
            session.execute("""
                BEGIN;
                SET LOCAL synchronous_commit TO off;
                NOTIFY %s, '%d';
                COMMIT;
                BEGIN;
                SET LOCAL lock_timeout TO %d;
                SELECT pg_advisory_lock(%d);
                COMMIT\
                """.formatted(
                    ledger.channel(), -node, Math.max(1, (isLast ? left : ASKED_AGAIN).toMillis()), ledger.lock()));
            return true;
        } catch (SQLException e) {
            if (isLast || !LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw e;
            }
            session.execute("ROLLBACK");
            return false;
        }
    }

    /**
     * Ends a session that holds the lock and has done nothing since it was asked to give it up: its node stands still or
     * cannot be reached. A node writes with that very session, so nothing of it is on its way.
     */
    private void endTheDead(Statement session) throws SQLException {
        session.execute("""
                SELECT pg_terminate_backend(l.pid)
            FROM %s l JOIN pg_stat_activity a ON a.pid = l.pid
            WHERE l.granted AND a.state LIKE 'idle%%' AND a.state_change < clock_timestamp() - interval '%d milliseconds'\
            """.formatted(sessions(), PATIENCE.toMillis()));
    }

    boolean isWaitedFor(Statement session) throws SQLException {
        try (ResultSet row =
                session.executeQuery("SELECT EXISTS (SELECT FROM " + sessions() + " l WHERE NOT l.granted)")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Who holds the lock or waits for it. */
    private String sessions() {
        return """
            (SELECT pid, granted FROM pg_locks
                WHERE locktype = 'advisory' AND objsubid = 1 AND classid = %d AND objid = %d
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))\
            """.formatted(ledger.lock() >>> Integer.SIZE, ledger.lock() & 0xffffffffL);
    }
}
