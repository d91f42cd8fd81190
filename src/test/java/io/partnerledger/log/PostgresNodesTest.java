package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Several nodes on one PostgreSQL. */
class PostgresNodesTest {

    private static HikariDataSource pool;
    private static HikariDataSource otherPool;

    private final ManualClock slow = new ManualClock();
    private EventLog node;
    private EventLog other;

    @BeforeAll
    static void createsADatabase() {
        pool = PostgresServer.freshDatabase();
        otherPool = PostgresServer.poolOf(pool);
    }

    @AfterAll
    static void leavesTheDatabase() {
        pool.close();
        otherPool.close();
    }

    @BeforeEach
    void opens() throws SQLException {
        node = open(pool, InstantSource.system());
        PostgresServer.empty(pool);
        node.close();
        node = open(pool, InstantSource.system());
        other = open(otherPool, slow);
    }

    @AfterEach
    void closes() {
        node.close();
        other.close();
    }

    private static EventLog open(HikariDataSource pool, InstantSource clock) throws SQLException {
        LogOptions options = LogOptions.defaults().withLockTimeout(Duration.ofSeconds(20));
        return EventLog.open(PostgresLogStore.open(pool, options), clock, options);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void anotherNodesCommitIsHeardOf() throws Exception {
        node.append(Notes.append("a", 0));

        assertThat(other.awaitBeyond(-1, Duration.ofMinutes(1), () -> false)).isTrue();
        assertThat(other.head()).isZero();
        assertThat(other.stream("a")).hasSize(1);
        assertThat(other.append(Notes.append("a", 1)).firstPosition()).isEqualTo(1);
        assertThat(node.headOfAllNodes()).isEqualTo(1);
    }

    @Test
    void whoFollowsIsToldOfAnotherNodesCommit() throws Exception {
        Semaphore calls = new Semaphore(0);
        other.onCommit(calls::release);

        node.append(Notes.append("a", 0));

        assertThat(calls.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        assertThat(other.head()).isZero();
    }

    @Test
    void whatNobodyElseWouldHearIsNotSaid() throws Exception {
        other.close();
        await().until(() -> listeners() == 1);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + PostgresLedger.of(pool).channel());
            node.append(Notes.append("a", 0));
            node.append(Notes.append("b", 0));
            assertThat(heard(connection)).isEmpty();
            other = open(otherPool, slow);
            await().until(() -> listeners() == 2);
            AtomicInteger said = new AtomicInteger();
            await().until(() -> {
                node.append(Notes.append("a", said.incrementAndGet()));
                return !heard(connection).isEmpty();
            });
        }
    }

    /** How far the log was said to reach; asking for a turn is no news of that. */
    private static List<String> heard(Connection connection) throws SQLException {
        return Stream.of(connection.unwrap(PGConnection.class).getNotifications())
                .map(PGNotification::getParameter)
                .filter(news -> !news.startsWith("-"))
                .toList();
    }

    @Test
    void aSessionThatHasEndedIsTakenOffTheListOfThoseWhoListen() throws Exception {
        await().until(() -> listeners() == 2);
        other.close();
        execute("INSERT INTO log_listener VALUES (2000000000)");

        other = open(otherPool, slow);

        await().until(() -> listeners() == 2 && count("log_listener WHERE pid = 2000000000") == 0);
    }

    /** Its session lives on in its pool, so nobody else would find that it has ended. */
    @Test
    void aNodeThatGotNoTurnToJoinInIsNotLeftOnTheListOfThoseWhoListen() throws Exception {
        await().until(() -> listeners() == 2);
        LogOptions impatient = LogOptions.defaults().withLockTimeout(Duration.ofMillis(50));
        try (Connection holder = pool.getConnection();
                Statement statement = holder.createStatement()) {
            String lock = "(" + PostgresLedger.of(pool).lock() + ")";
            statement.execute("SELECT pg_advisory_lock" + lock);
            EventLog.open(PostgresLogStore.open(otherPool, impatient), slow, impatient)
                    .close();
            statement.execute("SELECT pg_advisory_unlock" + lock);
        }

        assertThat(listeners()).isEqualTo(2);
    }

    private static long listeners() throws SQLException {
        return count("log_listener");
    }

    private static long count(String what) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            return Long.parseLong(one(statement, "SELECT count(*) FROM " + what));
        }
    }

    /** In its pool it would go on gathering what is said. */
    @Test
    void aSessionThatWasListenedWithInVainIsEnded() {
        List<Integer> sessions = new CopyOnWriteArrayList<>();
        PostgresListener.Ear ear = new PostgresListener.Ear() {
            @Override
            public void heard(List<String> news) {}

            @Override
            public void look(Connection connection) throws SQLException {
                sessions.add(connection.unwrap(PGConnection.class).getBackendPID());
                if (sessions.size() == 1) {
                    throw new SQLException("told to fail");
                }
            }
        };
        try (HikariDataSource small = PostgresServer.poolOf(pool);
                PostgresListener listener = new PostgresListener(small, "test-listener", "test_channel", ear)) {
            listener.start();

            await().until(() -> sessions.size() > 1);
            await().until(() -> count("pg_stat_activity WHERE pid = " + sessions.getFirst()) == 0);
        }
    }

    @Test
    void aCommitIsHeardOfAfterTheListeningConnectionWasLost() throws Exception {
        assertThat(other.head()).isEqualTo(-1);
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                + "WHERE pid <> pg_backend_pid() AND datname = current_database()");

        Appended appended = null;
        while (appended == null) {
            try {
                appended = node.append(Notes.append("a", 0));
            } catch (LogUnavailable e) {
                assertThat(e).hasMessageContaining("Nothing was stored");
            }
        }

        assertThat(other.awaitBeyond(-1, Duration.ofMinutes(1), () -> false)).isTrue();
    }

    @Test
    void theNodesGiveOneRowOfPositionsAndTimesThatNeverDecrease() throws Exception {
        int each = 300;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> callers = new ArrayList<>();
            for (EventLog log : List.of(node, other)) {
                for (int caller = 0; caller < 10; caller++) {
                    String stream = log.equals(node) + "-" + caller;
                    callers.add(executor.submit(() -> {
                        for (int i = 0; i < each / 10; i++) {
                            log.append(Notes.append(stream, i));
                        }
                    }));
                }
            }
            List<StoredEvent> seen = new ArrayList<>();
            while (seen.size() < 2 * each) {
                long last = seen.size() - 1L;
                assertThat(other.awaitBeyond(last, Duration.ofMinutes(1), () -> false))
                        .isTrue();
                seen.addAll(other.read(last, 50));
            }
            for (Future<?> caller : callers) {
                caller.get();
            }
            assertThat(seen).extracting(StoredEvent::recordedAt).isSorted();
            for (int i = 0; i < seen.size(); i++) {
                assertThat(seen.get(i).position()).isEqualTo(i);
            }
        }
    }

    @Test
    void theNodesExcludeEachOtherUnderAStrictIsolationToo() throws Exception {
        String database = pool.getJdbcUrl().replaceAll(".*/(\\w+).*", "$1");
        execute("ALTER DATABASE " + database + " SET default_transaction_isolation = 'serializable'");
        try (HikariDataSource strict = PostgresServer.poolOf(pool);
                HikariDataSource alsoStrict = PostgresServer.poolOf(pool);
                EventLog first = open(strict, slow);
                EventLog second = open(alsoStrict, slow);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Appended>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                EventLog log = i % 2 == 0 ? first : second;
                String stream = "s" + i;
                answers.add(executor.submit(() -> log.append(Notes.append(stream, 0))));
            }
            for (Future<Appended> answer : answers) {
                answer.get();
            }
            assertThat(first.headOfAllNodes()).isEqualTo(199);
        } finally {
            execute("ALTER DATABASE " + database + " RESET default_transaction_isolation");
        }
    }

    @Test
    void aCommitWaitsForTheDiskWhateverTheServersDefault() throws Exception {
        execute("CREATE TABLE seen (setting text)");
        execute("CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                + "INSERT INTO seen VALUES (current_setting('synchronous_commit')); RETURN NULL; END $$");
        execute("CREATE TRIGGER see AFTER INSERT ON log_event FOR EACH ROW EXECUTE FUNCTION see()");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(one(statement, "SHOW synchronous_commit")).isEqualTo("off");

            node.append(Notes.append("a", 0));

            assertThat(one(statement, "SELECT setting FROM seen")).isEqualTo("on");
        } finally {
            execute("DROP FUNCTION see CASCADE");
            execute("DROP TABLE seen");
        }
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** As when a standby takes over that has not got all of it. */
    @Test
    void aLogThatLostItsEndTakesNothingMoreAndTellsNothingOfTheRest() throws Exception {
        node.append(Notes.append("a", 0));
        node.append(Notes.append("a", 1));
        assertThat(other.awaitBeyond(0, Duration.ofMinutes(1), () -> false)).isTrue();

        PostgresServer.empty(pool);

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(LogReadOnly.class)
                    .isThrownBy(() -> other.append(Notes.append("b", 0)))
                    .withMessageContaining("ends at position -1 and reached 1 before")
                    .withMessageContaining("start the ledger again");
        }
        assertThat(other.readOnly()).isPresent();
        assertThatExceptionOfType(LogReadOnly.class).isThrownBy(() -> other.read(-1, 10));
        assertThatExceptionOfType(LogReadOnly.class).isThrownBy(node::headOfAllNodes);
        assertThat(node.readOnly()).isPresent();
        assertThatExceptionOfType(LogReadOnly.class).isThrownBy(() -> node.follow(0, 10));
    }

    /** The server ends the connection while it commits. */
    @Test
    void aConnectionLostInItsCommitIsReportedAsUnknown() throws Exception {
        execute("CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                + "PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$");
        execute("CREATE CONSTRAINT TRIGGER die AFTER INSERT ON log_event DEFERRABLE INITIALLY DEFERRED "
                + "FOR EACH ROW WHEN (NEW.stream = 'poison') EXECUTE FUNCTION die()");
        try {
            assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> node.append(Notes.append("poison", 0)));

            assertThat(node.append(Notes.append("a", 0)).firstPosition()).isZero();
        } finally {
            execute("DROP FUNCTION die CASCADE");
        }
    }

    @Test
    void aWriterThatWaitsTooLongForTheLockSaysThatNothingWasStored() throws Exception {
        LogOptions impatient = LogOptions.defaults().withLockTimeout(Duration.ofMillis(50));
        try (Connection holder = pool.getConnection();
                Statement statement = holder.createStatement();
                EventLog waiting = EventLog.open(PostgresLogStore.open(otherPool, impatient), slow, impatient)) {
            statement.execute(
                    "SELECT pg_advisory_lock(" + PostgresLedger.of(pool).lock() + ")");

            assertThatExceptionOfType(LogUnavailable.class)
                    .isThrownBy(() -> waiting.append(Notes.append("a", 0)))
                    .withMessageContaining("Nothing was stored");

            // To tell when that failed, and no sooner.
            assertThat(slow.looks()).isOne();
            statement.execute("SELECT pg_advisory_unlock_all()");
            assertThat(waiting.append(Notes.append("a", 0)).firstPosition()).isZero();
        }
    }

    /** As nodes of an earlier version write, which hold the lock for a transaction. */
    @Test
    void aPositionThatWasTakenWhileTheLockWasWaitedForIsNotTakenTwice() throws Exception {
        await().until(() -> listeners() == 2);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                Connection holder = pool.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(
                    "SELECT pg_advisory_xact_lock(" + PostgresLedger.of(pool).lock() + ")");
            Future<Appended> waiting = executor.submit(() -> node.append(Notes.append("b", 0)));
            await().until(() -> isWaitedFor(statement));
            statement.execute("INSERT INTO log_event VALUES (0, 'one', 'a', 0, 'note.taken', 1, "
                    + "9000000000000000, '{}', '{}'::bytea)");
            holder.commit();

            assertThat(waiting.get().firstPosition()).isEqualTo(1);
        }
        assertThat(node.read(-1, 10))
                .extracting(StoredEvent::stream, StoredEvent::position)
                .containsExactly(tuple("a", 0L), tuple("b", 1L));
        assertThat(node.read(-1, 10)).extracting(StoredEvent::recordedAt).isSorted();
    }

    private static boolean isWaitedFor(Statement statement) throws SQLException {
        return !one(
                        statement,
                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'advisory'"
                                + " AND query LIKE '%advisory_lock%' AND pid <> pg_backend_pid()")
                .equals("0");
    }

    @Test
    void eventsAreNeitherChangedNorDeletedByAccident() {
        node.append(Notes.append("a", 0));

        for (String sql : List.of("UPDATE log_event SET type = 'x'", "DELETE FROM log_event", "TRUNCATE log_event")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> execute(sql))
                    .withMessageContaining("never changed or deleted");
        }
    }
}
