package io.partnerledger.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a SQLite build gets as sorted runs is in its table of keys in the end. */
class KeyRunsTest {

    private record Row(long key, long position) {}

    @TempDir
    Path folder;

    private final Random random = new Random(7);
    private final List<Row> told = new ArrayList<>();
    private Generations generations;
    private Generation generation;
    private long position;

    @BeforeEach
    void opens() {
        generations = Builds.SQLITE.in(folder);
        generation = generations.openToFill(1);
    }

    /** One transaction with some keys. */
    private void add(int count) throws SQLException {
        try (Connection connection = generations.connectToFill(generation);
                RowWriter writer = generations.writer(generation, connection)) {
            connection.setAutoCommit(false);
            writer.write(rows(count));
            writer.flush();
            connection.commit();
        }
    }

    /** Some keys, of which a few are frequent, from both ends of the range of digests. */
    private StandingRows rows(int count) {
        Numbers keys = new Numbers();
        for (int i = 0; i < count; i++) {
            long key = random.nextInt(3) == 0 ? random.nextInt(5) - 2 : random.nextInt();
            keys.add(key);
            keys.add(++position);
            told.add(new Row(key, position));
        }
        return new StandingRows(new Numbers(), keys, List.of(), List.of(), position, position);
    }

    private List<Row> stored() throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = generations.connectToFill(generation);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT key, from_position FROM announcement_key")) {
            while (row.next()) {
                rows.add(new Row(row.getLong(1), row.getLong(2)));
            }
        }
        return rows;
    }

    private List<Row> toldInOrder() {
        return told.stream()
                .sorted(Comparator.comparingLong(Row::key).thenComparingLong(Row::position))
                .toList();
    }

    @Test
    void runsOfAnySizeAreMerged() throws Exception {
        for (int count : List.of(1, 20_000, 0, 8_192, 3, 9_000)) {
            add(count);
        }
        assertThat(stored()).isEmpty();
        generations.complete(generation);
        assertThat(stored()).isEqualTo(toldInOrder());
    }

    @Test
    void whatIsTooMuchToHoldIsSeveralRunsOfATransaction() throws Exception {
        try (Connection connection = generations.connectToFill(generation);
                RowWriter writer = generations.writer(generation, connection)) {
            connection.setAutoCommit(false);
            for (int count : List.of(KeyEntries.MOST_HELD, 1, 10)) {
                writer.write(rows(count));
            }
            writer.flush();
            connection.commit();
        }
        generations.complete(generation);
        assertThat(stored()).isEqualTo(toldInOrder());
    }

    @Test
    void aBuildThatWasMergedAndNotCompletedIsGoneOnWith() throws Exception {
        add(500);
        try (Connection connection = generations.connectToFill(generation)) {
            new KeyRuns(connection).merge();
        }
        add(500);
        generations.complete(generation);
        add(500);
        assertThat(stored()).isEqualTo(toldInOrder());
    }

    @Test
    void positionsTakeAllOfThirtyTwoBitsAndNoMore() throws Exception {
        position = 0xffff_ffffL - 2;
        add(2);
        generations.complete(generation);
        assertThat(stored()).isEqualTo(toldInOrder());
        assertThatIllegalStateException().isThrownBy(() -> add(1)).withMessageContaining("4294967296");
    }
}
