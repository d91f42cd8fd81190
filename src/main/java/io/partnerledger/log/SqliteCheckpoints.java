package io.partnerledger.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Copies what is committed from the write-ahead log into the ledger's file, beside the writer, which would spend a fifth
 * of its time on it. Only the writer can come to the end of it, since it is the one that adds: it copies the rest, syncs the
 * file, and its next commit begins the write-ahead log anew. To sync the file beside it, too, gained nothing, as measured:
 * its commits wait for the same disk. One thread at a time.
 */
final class SqliteCheckpoints implements AutoCloseable {

    /** About the least that a commit writes, besides a page for each event. */
    private static final int PAGES_A_COMMIT = 3;

    private static final System.Logger LOG = System.getLogger(SqliteCheckpoints.class.getName());

    private final PreparedConnection connection;
    private final long afterPages;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("log-checkpoints").daemon().factory());
    private long pages;
    private @Nullable Future<Boolean> copying;

    SqliteCheckpoints(PreparedConnection connection, long afterPages) {
        this.connection = connection;
        this.afterPages = afterPages;
    }

    /** To be told by the writer, outside of a transaction, that so many events are committed. */
    void committed(long events, PreparedConnection writing) {
        pages += events + PAGES_A_COMMIT;
        Future<Boolean> running = copying;
        if (running == null) {
            if (pages >= afterPages) {
                copying = thread.submit(() -> copied(connection));
            }
        } else if (running.isDone()) {
            copying = null;
            pages = 0;
            if (running.state() == Future.State.SUCCESS && running.resultNow()) {
                copied(writing);
            }
        }
    }

    /**
     * Whether it worked, as far as others who read let it. If it does not, nothing is lost, as what is committed is in
     * the write-ahead log, and it is tried again.
     */
    private static boolean copied(PreparedConnection connection) {
        try (ResultSet _ = connection.prepare("PRAGMA wal_checkpoint(PASSIVE)").executeQuery()) {
            return true;
        } catch (SQLException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Events stay in the write-ahead log, which grows: they cannot be copied into the ledger's file",
                    e);
            return false;
        }
    }

    /** Waits for what is being copied. */
    @Override
    public void close() throws SQLException {
        thread.close();
        connection.close();
    }
}
