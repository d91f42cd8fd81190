package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLogStoreTest {

    @TempDir
    Path folder;

    private EventLog open(Path file) throws IOException {
        return EventLog.open(
                SqliteLogStore.open(file, LogOptions.defaults()), InstantSource.system(), LogOptions.defaults());
    }

    @Test
    void aLedgerThatIsServedIsNotServedTwice() throws Exception {
        Path file = folder.resolve("made/by/it/ledger.db");
        try (EventLog log = open(file)) {
            for (int i = 0; i < 2; i++) {
                assertThatExceptionOfType(IOException.class)
                        .isThrownBy(() -> open(file))
                        .withMessageContaining("Another process serves this ledger")
                        .withMessageContaining(file.toString());
            }
            assertThat(log.append(Notes.append("a", 0)).firstPosition()).isZero();
        }
        try (EventLog log = open(file)) {
            assertThat(log.head()).isZero();
        }
    }

    @Test
    void aLinkToALedgerThatIsServedIsNotServedEither() throws Exception {
        Path file = folder.resolve("ledger.db");
        try (EventLog log = open(file)) {
            Path link = Files.createDirectory(folder.resolve("other")).resolve("ledger.db");
            Files.createSymbolicLink(link, file);

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> open(link))
                    .withMessageContaining("Another process serves this ledger");

            assertThat(log.append(Notes.append("a", 0)).firstPosition()).isZero();
        }
    }

    @Test
    void aLedgerThatCannotBeOpenedIsLeftToOthers() throws Exception {
        Path file = folder.resolve("ledger.db");
        Files.writeString(
                file, "This is not a database, but it is long enough to be mistaken for one by its size.".repeat(9));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> open(file))
                .withMessageContaining("cannot be opened");

        Files.delete(file);
        open(file).close();
    }

    @Test
    void aLedgerWhoseEndCannotBeReadIsLeftToOthers() throws Exception {
        Path file = folder.resolve("ledger.db");
        LogStore store = SqliteLogStore.open(file, LogOptions.defaults());
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.executeUpdate("DROP TABLE log_event");

            assertThatExceptionOfType(LogUnavailable.class)
                    .isThrownBy(() -> EventLog.open(store, InstantSource.system(), LogOptions.defaults()));
        }
        SqliteFile.hold(file).close();
    }

    /** The last connection takes the write-ahead log with it. */
    @Test
    void anInterruptLeavesNoConnectionOpen() throws Exception {
        Path file = folder.resolve("ledger.db");
        EventLog log = open(file);
        log.append(Notes.append("a", 0));

        Thread.currentThread().interrupt();
        log.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.resolve("ledger.db-wal")).doesNotExist();
    }

    @Test
    void aLedgerThatANewerVersionHasWrittenIsRefused() throws Exception {
        Path file = folder.resolve("ledger.db");
        open(file).close();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.executeUpdate(
                    "INSERT INTO log_schema_history SELECT 99, '99', 'newer', type, script, checksum, installed_by,"
                            + " installed_on, execution_time, success FROM log_schema_history WHERE version = '1'");
        }

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> open(file))
                .withMessageContaining("99");
    }

    @Test
    void eventsAreNeitherChangedNorDeletedByAccident() throws Exception {
        Path file = folder.resolve("ledger.db");
        try (EventLog log = open(file);
                var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            log.append(Notes.append("a", 0));

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.executeUpdate("UPDATE log_event SET type = 'x'"))
                    .withMessageContaining("never changed");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.executeUpdate("DELETE FROM log_event"))
                    .withMessageContaining("never deleted");
        }
    }

    @Test
    void aMissingPositionIsNoticedByWhoeverReadsPastIt() throws Exception {
        Path file = folder.resolve("ledger.db");
        try (EventLog log = open(file);
                var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            log.append(Notes.stream("a", 4));
            statement.executeUpdate("DROP TRIGGER log_event_is_never_deleted");
            statement.executeUpdate("DELETE FROM log_event WHERE position = 2");

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> log.read(-1, 10))
                    .withMessageContaining("it lacks position 2");
            assertThat(log.read(-1, 2)).hasSize(2);
        }
    }

    @Test
    void aWriterHeldUpByAnotherToolSaysThatNothingWasStored() throws Exception {
        Path file = folder.resolve("ledger.db");
        LogOptions impatient = LogOptions.defaults().withLockTimeout(Duration.ofMillis(20));
        ManualClock clock = new ManualClock();
        try (EventLog log = EventLog.open(SqliteLogStore.open(file, impatient), clock, impatient);
                var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            assertThatExceptionOfType(LogUnavailable.class)
                    .isThrownBy(() -> log.append(Notes.append("a", 0)))
                    .withMessageContaining("Nothing was stored");

            // To tell when that failed, and no sooner.
            assertThat(clock.looks()).isOne();
            statement.execute("ROLLBACK");
            assertThat(log.append(Notes.append("a", 0)).firstPosition()).isZero();
            assertThat(log.readOnly()).isEmpty();
        }
    }
}
