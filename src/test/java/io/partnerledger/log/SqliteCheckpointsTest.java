package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** So few pages are written here that SQLite does not copy them by itself. */
class SqliteCheckpointsTest {

    /** The last of them brings it to so many pages that they are copied. */
    private static final int GROUPS = 20;

    private static final long GROUP = 500;
    /** What an event takes at the least. */
    private static final int SIZE = 100;

    @TempDir
    Path folder;

    @Test
    void theWriteAheadLogIsCopiedBesideTheWriterAndBeginsAnew() throws Exception {
        Path file = folder.resolve("ledger.db");
        try (LogStore store = SqliteLogStore.open(file, LogOptions.defaults());
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (int group = 0; group < GROUPS - 1; group++) {
                commit(store, group * GROUP, GROUP);
            }
            int written = framesOf(other);
            long copied = file.toFile().length();

            commit(store, (GROUPS - 1) * GROUP, GROUP);
            await().untilAsserted(() -> {
                commit(store, store.head() + 1, 1);
                assertThat(framesOf(other)).isLessThan(written);
            });

            assertThat(file.toFile().length()).isGreaterThan(copied + (GROUPS - 1) * GROUP * SIZE);
        }
    }

    @Test
    void aReaderOfThePastHoldsUpNoAppend() throws Exception {
        Path file = folder.resolve("ledger.db");
        try (LogStore store = SqliteLogStore.open(file, LogOptions.defaults());
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            commit(store, 0, 1);
            other.setAutoCommit(false);
            assertThat(eventsSeenBy(other)).isEqualTo(1);

            for (int group = 0; group < GROUPS; group++) {
                commit(store, 1 + group * GROUP, GROUP);
            }

            assertThat(eventsSeenBy(other)).isEqualTo(1);
            other.rollback();
            assertThat(eventsSeenBy(other)).isEqualTo(1 + GROUPS * GROUP);
        }
    }

    private static void commit(LogStore store, long from, long events) throws GroupFailed {
        List<Append> group = LongStream.range(from, from + events)
                .mapToObj(i -> Notes.append("n" + i, 0))
                .toList();
        assertThat(store.commit(group, InstantSource.system(), from - 1))
                .hasSize((int) events)
                .allMatch(verdict -> verdict instanceof Verdict.Stored);
    }

    private static int framesOf(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA wal_checkpoint(NOOP)")) {
            row.next();
            return row.getInt("log");
        }
    }

    private static long eventsSeenBy(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM log_event")) {
            row.next();
            return row.getLong(1);
        }
    }
}
