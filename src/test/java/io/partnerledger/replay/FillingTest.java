package io.partnerledger.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.partnerledger.log.EventLog;
import io.partnerledger.standing.Builds;
import io.partnerledger.standing.Comparison;
import io.partnerledger.standing.Generation;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.LiveStanding;
import io.partnerledger.standing.Soundness;
import io.partnerledger.standing.Sums;
import io.partnerledger.standing.ToldLog;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A build that is filled at once is the build that came about event by event. */
class FillingTest {

    private static final int EVENTS = 5000;
    private static final int PAGE = 32;
    private static final String OF_ONE_KEY =
            "%1$s WHERE block = %2$d AND key = (SELECT max(key) FROM key_block WHERE block = %2$d)";

    @TempDir
    Path folder;

    private EventLog log;

    @BeforeEach
    void appends() throws IOException {
        log = FilledLog.of(EVENTS, folder.resolve("ledger.db"));
    }

    @AfterEach
    void closes() {
        log.close();
    }

    @ParameterizedTest
    @EnumSource
    void equalsTheBuildThatWasWrittenBatchByBatch(Builds builds) throws Exception {
        Generations generations = builds.in(folder.resolve("views"));
        Generation written = FilledLog.written(log, generations);
        Generation filled = filled(generations);

        Comparison comparison = compare(generations, written, filled, EVENTS - 1);

        assertThat(comparison.examples()).isEmpty();
        assertThat(comparison.onlyLeft() + comparison.onlyRight() + comparison.changed())
                .isZero();
        assertThat(comparison.rows()).isGreaterThan(EVENTS);
        generations.close(written);
        generations.close(filled);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasBrokenOffIsGoneOnWithToTheSameBuild(Builds builds) throws Exception {
        Generations generations = builds.in(folder.resolve("views"));
        Generation written = FilledLog.written(log, generations);
        Generation begun = generations.openToFill(2);
        assertThatThrownBy(() ->
                        filling(generations, begun).from(-1, _ -> {}, () -> LiveStanding.storedPosition(begun) >= 0))
                .isInstanceOf(CancellationException.class);
        generations.close(begun);

        Generation again = generations.openToFill(2);
        assertThat(generations.soundness(again)).isEqualTo(Soundness.FILLING);
        long reached = generations.filledTo(again);
        assertThat(reached).isBetween(0L, EVENTS - 2L);
        fill(generations, again, reached);
        generations.complete(again);

        assertThat(compare(generations, written, again, EVENTS - 1).examples()).isEmpty();
        generations.close(written);
        generations.close(again);
    }

    /** A log that has grown since need not have ended where a block of keys does. */
    @ParameterizedTest
    @EnumSource
    void whatWasFilledToTheEndIsGoneOnWithToTheSameBuild(Builds builds) throws Exception {
        Generations generations = builds.in(folder.resolve("views"));
        Generation written = FilledLog.written(log, generations);
        Generation begun = generations.openToFill(2);
        int end = EVENTS / 2;
        try (EventLog before = FilledLog.of(ToldLog.events(EVENTS).subList(0, end), folder.resolve("before.db"))) {
            Filling filling = new Filling(new LogPast(before, FilledLog.CODEC), generations, begun, PAGE);
            assertThat(filling.from(-1, _ -> {}, () -> false)).isEqualTo(end - 1);
        }
        long reached = generations.filledTo(begun);
        assertThat(reached).isBetween(end - 1024L, end - 1L);
        assertThat(LiveStanding.storedPosition(begun)).isEqualTo(reached);
        fill(generations, begun, reached);
        generations.complete(begun);

        assertThat(compare(generations, written, begun, EVENTS - 1).examples()).isEmpty();
        generations.close(written);
        generations.close(begun);
    }

    @ParameterizedTest
    @EnumSource
    void ofWhatWasDoneBeforeItBrokeOffAFewPagesAreLost(Builds builds) throws Exception {
        Generations generations = builds.in(folder.resolve("views"));
        Generation begun = generations.openToFill(2);
        AtomicLong done = new AtomicLong();
        assertThatThrownBy(() -> filling(generations, begun).from(-1, done::set, () -> done.get() > 2000))
                .isInstanceOf(CancellationException.class);

        assertThat(LiveStanding.storedPosition(begun)).isGreaterThan(2000 - 1024 - 10 * PAGE);
        generations.close(begun);
    }

    @ParameterizedTest
    @EnumSource
    void aComparisonTellsWhatDiffers(Builds builds) throws Exception {
        Generations generations = builds.in(folder.resolve("views"));
        Generation one = FilledLog.written(log, generations);
        Generation other = filled(generations);
        change(one, "UPDATE announcement_version SET position = 9 WHERE from_position = 30");
        change(one, "DELETE FROM organization_version WHERE from_position = 3");
        change(other, OF_ONE_KEY.formatted("DELETE FROM key_block", 2));
        change(other, "UPDATE organization_name SET name = 'x' WHERE name_key = 'o7'");

        Comparison comparison = compare(generations, one, other, EVENTS - 1);

        assertThat(comparison.changed()).isEqualTo(2);
        assertThat(comparison.onlyRight()).isEqualTo(1);
        assertThat(comparison.onlyLeft()).isEqualTo(1);
        assertThat(comparison.examples())
                .contains(
                        "organization_version o3 at 3: only in the rebuilt one",
                        "organization_name o7: not the same in both");
        assertThat(compare(generations, one, other, 2).examples()).isEmpty();
        generations.close(one);
        generations.close(other);
    }

    @ParameterizedTest
    @EnumSource
    void ofManyDifferencesTheFirstFewAreNamed(Builds builds) throws Exception {
        Generations generations = builds.in(folder.resolve("views"));
        Generation one = FilledLog.written(log, generations);
        Generation other = filled(generations);
        change(one, "DELETE FROM announcement_version WHERE from_position BETWEEN 500 AND 599");
        change(one, "UPDATE organization_version SET id = 'x'");

        Comparison comparison = compare(generations, one, other, EVENTS - 1);

        assertThat(comparison.onlyRight() + comparison.changed()).isGreaterThan(100);
        assertThat(comparison.examples()).hasSize(20);
        generations.close(one);
        generations.close(other);
    }

    @ParameterizedTest
    @EnumSource
    void oneNumberInOneRowIsADifference(Builds builds) throws Exception {
        Generations generations = builds.in(folder.resolve("views"));
        Generation one = FilledLog.written(log, generations);
        Generation other = filled(generations);

        change(one, "UPDATE announcement_version SET position = position + 1 WHERE from_position = 30");
        assertThat(compare(generations, one, other, EVENTS - 1).examples())
                .containsExactly("announcement_version at 30: not the same in both");
        change(one, "UPDATE announcement_version SET position = position - 1 WHERE from_position = 30");
        change(one, "UPDATE key_block SET key = key + 1 WHERE block = 1");
        Comparison keys = compare(generations, one, other, EVENTS - 1);
        assertThat(keys.onlyLeft()).isPositive().isEqualTo(keys.onlyRight());
        change(one, "UPDATE key_block SET key = key - 1 WHERE block = 1");
        change(one, OF_ONE_KEY.formatted("UPDATE key_block SET events = events || ',1022'", 1));
        Comparison events = compare(generations, one, other, EVENTS - 1);
        assertThat(events.changed()).isEqualTo(1);
        assertThat(events.examples())
                .singleElement(STRING)
                .startsWith("key_block ")
                .endsWith(" in block 1: not the same in both");
        change(one, OF_ONE_KEY.formatted("UPDATE key_block SET events = replace(events, ',1022', '')", 1));
        assertThat(compare(generations, one, other, EVENTS - 1).examples()).isEmpty();
        generations.close(one);
        generations.close(other);
    }

    /** Two builds that are kept up have the last block as far as each has come. */
    @ParameterizedTest
    @EnumSource
    void ofTheLastBlockIsComparedWhatBothHave(Builds builds) throws Exception {
        Generations generations = builds.in(folder.resolve("views"));
        Generation one = FilledLog.written(log, generations);
        Generation other = filled(generations);
        int last = EVENTS / 1024;

        change(one, OF_ONE_KEY.formatted("UPDATE key_block SET events = events || ',1022'", last));
        assertThat(compare(generations, one, other, EVENTS - 1).examples()).isEmpty();
        assertThat(compare(generations, one, other, 1024 * last + 1022).onlyLeft())
                .isEqualTo(1);
        assertThat(compare(generations, one, other, 1024 * last + 1023).changed())
                .isEqualTo(1);
        change(one, OF_ONE_KEY.formatted("DELETE FROM key_block", last));
        Comparison missing = compare(generations, one, other, EVENTS - 1);
        assertThat(missing.onlyRight()).isPositive();
        assertThat(missing.changed()).isZero();
        assertThat(compare(generations, one, other, 1024 * last - 1).examples()).isEmpty();
        generations.close(one);
        generations.close(other);
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void whatIsFilledIsOnTheDiskAndHasALogOnceItIsComplete(Builds builds) throws Exception {
        Generations generations = builds.in(folder.resolve("views"));
        Generation filled = generations.openToFill(2);
        try (Connection filling = generations.connectToFill(filled)) {
            assertThat(asked("PRAGMA synchronous", filling)).as("FULL").isEqualTo("2");
        }

        generations.complete(filled);

        try (Connection reading = filled.dataSource().getConnection()) {
            assertThat(asked("PRAGMA journal_mode", reading)).isEqualTo("wal");
        }
        generations.close(filled);
    }

    private static String asked(String sql, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Comparison compare(Generations generations, Generation left, Generation right, long position)
            throws SQLException, InterruptedException {
        Sums ofLeft = Sums.of(generations, left, position, () -> false);
        return Comparison.of(generations, ofLeft, right, () -> false);
    }

    private static void change(Generation generation, String sql) throws SQLException {
        try (Connection connection = generation.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private Generation filled(Generations generations) throws SQLException, InterruptedException {
        Generation filled = generations.openToFill(2);
        fill(generations, filled, -1);
        generations.complete(filled);
        return filled;
    }

    private Filling filling(Generations generations, Generation generation) {
        return new Filling(new LogPast(log, FilledLog.CODEC), generations, generation, PAGE);
    }

    private void fill(Generations generations, Generation generation, long after)
            throws SQLException, InterruptedException {
        assertThat(filling(generations, generation).from(after, _ -> {}, () -> false))
                .isEqualTo(log.head());
    }
}
