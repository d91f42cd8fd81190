package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.partnerledger.log.BreakingLine.Lost;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of appends whose connection to PostgreSQL breaks is looked up, and nobody need know that it broke. */
class BrokenConnectionTest {

    private HikariDataSource pool;
    private BreakingLine line;
    private HikariDataSource byLine;
    private PostgresLogStore store;
    private EventLog node;

    @BeforeEach
    void opens() throws Exception {
        pool = PostgresServer.freshDatabase();
        line = new BreakingLine(pool.getJdbcUrl());
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(line.url(pool.getJdbcUrl()));
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(1_000);
        byLine = new HikariDataSource(config);
        LogOptions options = LogOptions.defaults().withLockTimeout(Duration.ofSeconds(20));
        store = PostgresLogStore.open(byLine, options);
        node = EventLog.open(store, InstantSource.system(), options);
        node.append(Notes.append("first", 0));
    }

    @AfterEach
    void closes() throws Exception {
        node.close();
        byLine.close();
        line.close();
        pool.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"STATEMENT", "ANSWER"})
    void anAppendIsStoredOnceWhicheverWayIsLost(Lost lost) {
        line.breakAt(1, lost, "stray");

        Append append = Notes.stream("stray", 3);
        Appended appended = node.append(append);

        assertThat(line.isToBreak()).isFalse();
        assertThat(appended.firstPosition()).isEqualTo(1);
        assertThat(appended.lastPosition()).isEqualTo(3);
        assertThat(node.read(0, 10)).extracting(StoredEvent::id).isEqualTo(ids(append));
        assertThat(node.find(2)).get().extracting(StoredEvent::recordedAt).isEqualTo(appended.recordedAt());
        assertThat(node.append(Notes.append("next", 0)).firstPosition()).isEqualTo(4);
    }

    private static List<String> ids(Append append) {
        return append.events().stream().map(NewEvent::id).toList();
    }

    /** Its first statement fails, the second one finds what is taken, and the third writes the others. */
    @ParameterizedTest
    @CsvSource({"1, STATEMENT", "1, ANSWER", "2, ANSWER", "3, STATEMENT", "3, ANSWER"})
    void ofAGroupEachAppendLearnsWhatBecameOfIt(int statement, Lost lost) throws Exception {
        UniqueKey key = UniqueKey.once("name", "one", "owner");
        node.append(Notes.append("keyed", 0, key));
        Append stray = Notes.append("stray", 0);
        List<Append> group = List.of(
                stray, Notes.append("refused", 0, key), Notes.stream("other", 2), stray, Notes.append("last", 0));
        line.breakAt(statement, lost, "stray");

        List<Verdict> verdicts = store.commit(group, InstantSource.system(), node.head());

        assertThat(line.isToBreak()).isFalse();
        assertThat(verdicts)
                .satisfiesExactly(
                        stored(2, 2),
                        verdict -> assertThat(refusal(verdict)).isInstanceOf(KeyConflict.class),
                        stored(3, 4),
                        verdict -> assertThat(refusal(verdict)).isInstanceOf(StreamConflict.class),
                        stored(5, 5));
        assertThat(node.read(1, 10)).extracting(StoredEvent::stream).containsExactly("stray", "other", "other", "last");
    }

    private static ThrowingConsumer<Verdict> stored(long first, long last) {
        return verdict -> assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Stored.class,
                        stored -> assertThat(stored.appended())
                                .extracting(Appended::firstPosition, Appended::lastPosition)
                                .containsExactly(first, last));
    }

    private static AppendConflict refusal(Verdict verdict) {
        return ((Verdict.Refused) verdict).conflict();
    }

    /** Every connection of the pool is dead then, one after the other. */
    @Test
    void aServerThatEndedAllSessionsIsFoundAgain() throws Exception {
        for (int n = 0; n < 5; n++) {
            readSideBySide();
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity "
                        + "WHERE datname = current_database() AND pid <> pg_backend_pid()");
            }
            assertThat(node.append(Notes.append("a", n)).firstPosition()).isEqualTo(n + 1);
            assertThat(node.stream("a")).hasSize(n + 1);
        }
    }

    /** So that there are several connections which the pool believes to be alive. */
    private void readSideBySide() throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> reads = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                reads.add(executor.submit(() -> node.read(-1, 10)));
            }
            for (Future<?> read : reads) {
                read.get();
            }
        }
    }

    /** Where the server cannot be asked, it is not said that nothing was stored. */
    @Test
    void whatCannotBeLookedUpIsUnknown() throws Exception {
        line.breakAt(1, Lost.LINE, "stray");

        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> node.append(Notes.append("stray", 0)));

        EventLog other = EventLog.open(
                PostgresLogStore.open(pool, LogOptions.defaults()), InstantSource.system(), LogOptions.defaults());
        try (other) {
            assertThat(other.stream("stray")).hasSize(1);
        }
    }
}
