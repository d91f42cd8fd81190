package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The live build of the standing table and how far it has come. Queries take the build once and keep it; a switch to
 * another build happens between two batches of the projection.
 */
public final class LiveStanding {

    /** The position of the newest row. */
    static final String NEWEST = """
        SELECT max(p) FROM (
            SELECT coalesce(max(from_position), -1) AS p FROM announcement_version
            UNION ALL
            SELECT coalesce(max(from_position), -1) FROM organization_version) AS newest\
        """;

    private static final long RECHECK_MILLIS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final JsonMapper json;
    private final boolean shared;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final DataSource dataSource = new AbstractDataSource() {
        @Override
        public Connection getConnection() throws SQLException {
            return generation.dataSource().getConnection();
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return generation.dataSource().getConnection(username, password);
        }
    };
    private volatile Generation generation;
    private volatile long position;

    /** @param shared whether other processes may write the build, so that its position must be read from it */
    public LiveStanding(Generation generation, JsonMapper json, boolean shared) {
        this.generation = generation;
        this.json = json;
        this.shared = shared;
        this.position = storedPosition(generation);
    }

    public Generation generation() {
        return generation;
    }

    JsonMapper json() {
        return json;
    }

    public StandingReader reader() {
        return new StandingReader(generation, json);
    }

    /** The position of the last event in the build; -1 before the first. */
    public long position() {
        if (shared) {
            advance(storedPosition(generation));
        }
        return position;
    }

    /** Waits until the build has come as far as this position; false if it has not within the time. */
    public boolean await(long wanted, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (position() < wanted) {
                if (left <= 0) {
                    return false;
                }
                long turn = shared ? Math.min(left, TimeUnit.MILLISECONDS.toNanos(RECHECK_MILLIS)) : left;
                left -= turn - advanced.awaitNanos(turn);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits as long as a question may take; {@link NotThereYet} if that was not long enough. */
    public void reach(long wanted) {
        try {
            if (!await(wanted, PATIENCE)) {
                throw new NotThereYet(wanted, position());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotThereYet(wanted, position());
        }
    }

    /** Makes another build the live one; nothing may be writing to either. */
    public void switchTo(Generation next) {
        long to = storedPosition(next);
        lock.lock();
        try {
            generation = next;
            position = to;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void rewind() {
        position = -1;
    }

    void advance(long to) {
        lock.lock();
        try {
            if (to > position) {
                position = to;
                advanced.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A data source that always leads to the live build; for the projection's transactions. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** How far a build has come: every event adds a row, so the newest row tells. */
    public static long storedPosition(Generation generation) {
        return JdbcClient.create(generation.dataSource())
                .sql(NEWEST)
                .query(Long.class)
                .single();
    }
}
