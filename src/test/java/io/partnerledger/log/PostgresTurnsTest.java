package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The nodes of a ledger write one after the other, each for as long as no other one wants to. */
class PostgresTurnsTest {

    private HikariDataSource pool;
    private EventLog node;
    private EventLog other;

    @BeforeEach
    void opens() throws SQLException {
        pool = PostgresServer.freshDatabase();
        node = open();
        other = open();
        await().until(() -> count("log_listener") == 2);
    }

    @AfterEach
    void closes() {
        node.close();
        other.close();
        pool.close();
    }

    private EventLog open() throws SQLException {
        return open(pool);
    }

    private static EventLog open(HikariDataSource pool) throws SQLException {
        return open(pool, Duration.ofSeconds(20));
    }

    private static EventLog open(HikariDataSource pool, Duration lockTimeout) throws SQLException {
        LogOptions options = LogOptions.defaults().withLockTimeout(lockTimeout);
        return EventLog.open(PostgresLogStore.open(pool, options), InstantSource.system(), options);
    }

    private long count(String what) throws SQLException {
        return Long.parseLong(ask("SELECT count(*) FROM " + what));
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String locks() {
        return "pg_locks WHERE locktype = 'advisory' AND granted AND database = "
                + "(SELECT oid FROM pg_database WHERE datname = current_database())";
    }

    @Test
    void aNodeThatNeverStopsWritingLetsAnotherOneWrite() throws Exception {
        AtomicLong written = new AtomicLong();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            AtomicLong missing = new AtomicLong(200);
            for (int i = 0; i < 4; i++) {
                String stream = "busy" + i;
                writers.add(executor.submit(() -> {
                    for (int n = 0; missing.get() > 0; n++) {
                        node.append(Notes.append(stream, n));
                        written.incrementAndGet();
                    }
                }));
            }
            for (int n = 0; n < 200; n++) {
                other.append(Notes.append("patient", n));
                written.incrementAndGet();
                missing.decrementAndGet();
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        assertThat(other.headOfAllNodes()).isEqualTo(written.get() - 1);
    }

    @Test
    void aTurnThatNobodyAsksForEndsByItself() {
        node.append(Notes.append("a", 0));

        await().until(() -> count(locks()) == 0);

        assertThat(node.append(Notes.append("a", 1)).firstPosition()).isEqualTo(1);
    }

    @Test
    void theSessionIsAsItWasAfterATurn() throws Exception {
        List<String> settings = List.of(
                "lock_timeout",
                "synchronous_commit",
                "enable_hashjoin",
                "enable_mergejoin",
                "default_transaction_isolation");
        node.append(Notes.append("a", 0));
        node.close();
        other.close();

        assertThat(count(locks())).isZero();
        List<Connection> all = new ArrayList<>();
        try {
            while (pool.getHikariPoolMXBean().getIdleConnections() > 0) {
                all.add(pool.getConnection());
            }
            for (Connection connection : all) {
                for (String setting : settings) {
                    try (Statement statement = connection.createStatement();
                            ResultSet row = statement.executeQuery("SELECT setting = reset_val FROM pg_settings "
                                    + "WHERE name = '" + setting + "'")) {
                        row.next();
                        assertThat(row.getBoolean(1)).as(setting).isTrue();
                    }
                }
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    /** As the session of a node that was stopped, or whose machine is gone. */
    @Test
    void aSessionThatHoldsTheLockAndDoesNotAnswerIsEnded() throws Exception {
        try (Connection dead = pool.getConnection();
                Statement statement = dead.createStatement()) {
            statement.execute(
                    "SELECT pg_advisory_lock(" + PostgresLedger.of(pool).lock() + ")");

            assertThat(node.append(Notes.append("a", 0)).firstPosition()).isZero();

            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.execute("SELECT 1"));
        }
    }

    @Test
    void aSessionThatHoldsTheLockAndIsAtWorkIsWaitedFor() throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                Connection busy = pool.getConnection();
                Statement statement = busy.createStatement()) {
            statement.execute(
                    "SELECT pg_advisory_lock(" + PostgresLedger.of(pool).lock() + ")");
            Future<Boolean> work =
                    executor.submit(() -> statement.execute("SELECT pg_sleep(4); SELECT pg_advisory_unlock_all()"));

            assertThat(node.append(Notes.append("a", 0)).firstPosition()).isZero();

            assertThat(work).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    /** Whether its turn had ended by itself or not. */
    @Test
    void aNodeWhoseSessionWasEndedGoesOnBehindWhatOthersWrote() throws Exception {
        for (long n = 0; n < 10; n++) {
            node.append(Notes.append("a", 2 * n));
            ask("SELECT count(pg_terminate_backend(pid, 10000)) FROM " + locks());
            other.append(Notes.append("b", n));

            assertThat(node.append(Notes.append("a", 2 * n + 1)).firstPosition())
                    .isEqualTo(3 * n + 2);

            assertThat(other.headOfAllNodes()).isEqualTo(3 * n + 2);
        }
        assertThat(other.stream("a")).hasSize(20);
    }

    /** As a server that has vanished: it neither answers nor ends the connection. */
    @Test
    void whatIsNotAnsweredIsUnknownAndTheNextAppendsGoOn() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(pool.getJdbcUrl() + "&socketTimeout=1");
        try (HikariDataSource impatient = new HikariDataSource(config);
                EventLog cutOff = open(impatient, Duration.ofSeconds(1))) {
            boolean unknown = false;
            for (int n = 0; !unknown; n++) {
                cutOff.append(Notes.append("a" + n, 0));
                // It may have ended by itself meanwhile.
                String session = ask("SELECT coalesce(max(pid), 0) FROM " + locks());
                if (session.equals("0")) {
                    continue;
                }
                signal("STOP", session);
                try {
                    cutOff.append(Notes.append("b" + n, 0));
                } catch (OutcomeUnknown e) {
                    unknown = true;
                } catch (LogUnavailable e) {
                    assertThat(e)
                            .as("the turn had ended, and another session waited for its lock")
                            .isNotNull();
                } finally {
                    signal("CONT", session);
                }
            }
            Appended appended = cutOff.append(Notes.append("c", 0));
            assertThat(other.headOfAllNodes()).isEqualTo(appended.lastPosition());
        }
    }

    private static void signal(String name, String process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, process).start().waitFor())
                .isZero();
    }

    @Test
    void ofAppendsToOneStreamThroughAllNodesExactlyOneWins() throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 100; n++) {
                int sequence = n;
                List<Future<Boolean>> wins = new ArrayList<>();
                for (EventLog log : List.of(node, other, node, other)) {
                    wins.add(executor.submit(() -> wins(log, sequence)));
                }
                int winners = 0;
                for (Future<Boolean> win : wins) {
                    winners += win.get() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            }
        }
        assertThat(node.headOfAllNodes()).isEqualTo(99);
    }

    private static boolean wins(EventLog log, int sequence) {
        try {
            log.append(Notes.append("contended", sequence));
            return true;
        } catch (StreamConflict e) {
            return false;
        }
    }
}
