package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The live build of the standing table and how far it has come. A question takes a build that has come as far as it
 * asks about, and keeps it. Where several nodes share the builds, this one follows what another has made live, which may
 * be a little behind the one before, and knows how far it is from what it is told.
 */
public final class LiveStanding implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStanding.class);

    /** The position of the newest row. */
    static final String NEWEST = """
        SELECT max(p) FROM (
            SELECT coalesce(max(from_position), -1) AS p FROM announcement_version
            UNION ALL
            SELECT coalesce(max(from_position), -1) FROM organization_version) AS newest\
        """;

    /** How long a wait trusts in being told before it looks for itself. */
    private static final long RECHECK_MILLIS = 250;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Past past;
    private final Generations generations;
    private final boolean shared;
    private final ReentrantLock switching = new ReentrantLock();
    /** The build that this node did not follow to. */
    private int refused;

    private final Replaced before;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final DataSource dataSource = new AbstractDataSource() {
        @Override
        public Connection getConnection() throws SQLException {
            Generation present = generation();
            try {
                return present.keeping().getConnection();
            } catch (SQLException e) {
                // Whoever keeps the views does not wait until this node is told that their database is another, and
                // tries again from where the token is there.
                follow();
                throw e;
            }
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return generation().keeping().getConnection(username, password);
        }
    };
    private volatile Reached now;

    /** @param shared whether other processes may write the build or make another live */
    public LiveStanding(Generation generation, Past past, Generations generations, boolean shared) {
        this.past = past;
        this.generations = generations;
        this.shared = shared;
        this.before = new Replaced(generations::close);
        this.now = new Reached(generation, storedPosition(generation), 0);
    }

    /** As far as this node knows. */
    public Reached now() {
        return now;
    }

    public Generation generation() {
        return now.generation();
    }

    /** What the versions that it tells of say. */
    Past past() {
        return past;
    }

    /** Reads a build that has come to a position, for which it waits if it must. */
    public StandingReader reader(long position) {
        return new StandingReader(reach(position).generation(), past);
    }

    /** The position of the last event in the build, as far as this node knows; -1 before the first. */
    public long position() {
        return now.position();
    }

    /** Looks which build is live by now and how far it has come, where another node may have seen to either. */
    public void refresh() {
        follow();
        if (shared) {
            Reached believed = now;
            long stored = storedPosition(believed.generation());
            if (stored < believed.position()) {
                fellBack(believed, stored);
            } else {
                came(believed.generation().number(), stored);
            }
        }
    }

    /** News of a server that has failed since: what it had come to is not there. */
    private void fellBack(Reached believed, long stored) {
        lock.lock();
        try {
            if (now.equals(believed)) {
                now = believed.anew(believed.generation(), stored);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Goes over to the build that another node has made live, if one has; the one before need not be whole. Where the
     * database is another by now, what is live is opened anew.
     */
    public void follow() {
        if (!shared) {
            return;
        }
        switching.lock();
        try {
            Generation present = generation();
            int number = generations.live().orElse(present.number());
            boolean isOther = number != present.number() || generations.isOutlived(present);
            if (isOther && number != refused) {
                follow(present, number);
            }
        } finally {
            switching.unlock();
        }
    }

    /** A build that this version of the program cannot read is left to the nodes that made it. */
    private void follow(Generation present, int number) {
        Generation next = generations.openToFill(number);
        try {
            if (generations.soundness(next) == Soundness.OTHER_FORM) {
                LOG.warn(
                        "Build {} {}; this node goes on with {}",
                        number,
                        Soundness.OTHER_FORM.said(),
                        present.number());
                refused = number;
                return;
            }
            switchTo(next);
        } finally {
            if (!generation().equals(next)) {
                generations.close(next);
            }
        }
        before.add(present);
    }

    /** Closes the builds that were followed by others; the live one is its rebuilder's to close. */
    @Override
    public void close() {
        before.endAll();
    }

    /** Makes another build the live one, for every node; nothing may be writing to it. */
    public void makeLive(Generation next) {
        switching.lock();
        try {
            generations.makeLive(next);
            switchTo(next);
        } finally {
            switching.unlock();
        }
    }

    /** Writes a batch; once it commits all nodes are told. Answers which build it was written to. */
    int keep(Connection transaction, StandingRows rows) throws SQLException {
        return generations.keep(transaction, rows).orElse(generation().number());
    }

    /** Waits until the build has come as far as this position; false if it has not within the time. */
    public boolean await(long wanted, Duration atMost) throws InterruptedException {
        return awaited(wanted, atMost).position() >= wanted;
    }

    /** Where the live build is once it has come as far as this position, or the time is over. */
    private Reached awaited(long wanted, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (now.position() < wanted && left > 0) {
                long turn = shared ? Math.min(left, TimeUnit.MILLISECONDS.toNanos(RECHECK_MILLIS)) : left;
                left -= turn - advanced.awaitNanos(turn);
                if (shared && now.position() < wanted) {
                    look();
                }
            }
            return now;
        } finally {
            lock.unlock();
        }
    }

    /** Looks without the lock that others need to tell how far it is. */
    private void look() {
        lock.unlock();
        try {
            refresh();
        } finally {
            lock.lock();
        }
    }

    /**
     * The live build once it has come as far as this position. Waits as long as a question may take; {@link NotThereYet}
     * if that was not long enough.
     */
    public Reached reach(long wanted) {
        try {
            Reached is = now;
            if (is.position() < wanted) {
                is = awaited(wanted, PATIENCE);
            }
            if (is.position() < wanted) {
                throw new NotThereYet(wanted, is.position());
            }
            return is;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotThereYet(wanted, position());
        }
    }

    private void switchTo(Generation next) {
        long to = storedPosition(next);
        lock.lock();
        try {
            now = now.anew(next, to);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a question may have met a build that was gone by then, because this node followed to another only now. */
    public boolean hasJustMoved() {
        follow();
        return !before.numbers().isEmpty();
    }

    /** The build was emptied, and is filled again. */
    void rewind() {
        lock.lock();
        try {
            now = now.anew(now.generation(), -1);
        } finally {
            lock.unlock();
        }
    }

    /** A build has come to a position, by a batch of this node or another's; nothing if it is not the one asked here. */
    public void came(int build, long to) {
        lock.lock();
        try {
            Reached is = now;
            if (build == is.generation().number() && to > is.position()) {
                now = is.cameTo(to);
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
