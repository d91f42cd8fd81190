package io.partnerledger.standing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which builds a start goes on with. */
class SoundnessTest {

    private static final List<Object> LOG = ToldLog.events(60);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aBuildThatNobodyTouchedIsWhole(Builds builds) throws SQLException {
        Generations generations = builds.in(folder);
        assertThat(soundnessAfter(generations)).isEqualTo(Soundness.WHOLE);
    }

    /** As where an older copy of the log is put back and the read tables are left. */
    @ParameterizedTest
    @EnumSource
    void aBuildThatKnowsMoreThanTheLogIsTold(Builds builds) throws SQLException {
        Generations generations = builds.in(folder);
        assertThat(soundnessOver(position -> position < LOG.size(), generations))
                .isEqualTo(Soundness.WHOLE);
        assertThat(soundnessOver(position -> position < LOG.size() - 1, generations))
                .isEqualTo(Soundness.AHEAD);
    }

    @ParameterizedTest
    @EnumSource
    void aBuildOfAnotherVersionIsTold(Builds builds) throws SQLException {
        Generations generations = builds.in(folder);
        assertThat(soundnessAfter(generations, "UPDATE build SET form = 'another'"))
                .isEqualTo(Soundness.OTHER_FORM);
        assertThat(soundnessAfter(generations, "DROP TABLE build")).isEqualTo(Soundness.OTHER_FORM);
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatAreMissingAreToldWhereverTheyWere(Builds builds) throws SQLException {
        Generations generations = builds.in(folder);
        for (String table : List.of("announcement_version", "organization_version", "organization_name")) {
            String first = "DELETE FROM %1$s WHERE from_position = (SELECT min(from_position) FROM %1$s)";
            for (String change : List.of(first, "DELETE FROM %s", "DROP TABLE %s")) {
                assertThat(soundnessAfter(generations, change.formatted(table)))
                        .as(change.formatted(table))
                        .isEqualTo(Soundness.DAMAGED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatWereChangedByHandAreTold(Builds builds) throws SQLException {
        Generations generations = builds.in(folder);
        for (String change : List.of(
                "UPDATE announcement_version SET position = 9 WHERE from_position = 30",
                "UPDATE organization_version SET id = 'b' WHERE from_position = 1",
                "UPDATE key_block SET key = key + 1",
                "UPDATE key_block SET block = block + 1",
                "UPDATE key_block SET events = events || '1'",
                "UPDATE key_block SET events = '1,' || events",
                "DELETE FROM key_block WHERE key = (SELECT max(key) FROM key_block)",
                "DELETE FROM key_block",
                "DROP VIEW announcement_key",
                "UPDATE organization_name SET organization = 'b'")) {
            assertThat(soundnessAfter(generations, change)).as(change).isEqualTo(Soundness.DAMAGED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTokenThatIsNotWhereTheRowsEndIsTold(Builds builds) throws SQLException {
        Generations generations = builds.in(folder);
        assertThat(soundnessAfter(generations, "DELETE FROM token_entry")).isEqualTo(Soundness.DAMAGED);
        assertThat(soundnessAfter(generations, "DROP TABLE token_entry")).isEqualTo(Soundness.DAMAGED);
    }

    @ParameterizedTest
    @EnumSource
    void aBuildWithoutItsIndexesIsNotFilledYet(Builds builds) {
        Generations generations = builds.in(folder);
        Generation generation = generations.openToFill(1);
        assertThat(generations.soundness(generation)).isEqualTo(Soundness.FILLING);
        generations.close(generation);
    }

    private static Soundness soundnessAfter(Generations generations, String... changes) throws SQLException {
        return soundnessOver(_ -> true, generations, changes);
    }

    private static Soundness soundnessOver(LongPredicate log, Generations generations, String... changes)
            throws SQLException {
        Generation generation = generations.open(1);
        try (Connection connection = generation.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            ToldPast past = new ToldPast();
            StandingWriter writer = new StandingWriter(connection, past);
            for (int position = 0; position < LOG.size(); position++) {
                writer.apply(LOG.get(position), position);
                past.add(LOG.get(position), position, Instant.EPOCH);
                if (position % 7 == 0) {
                    writer.flush();
                }
            }
            writer.flush();
            statement.executeUpdate("INSERT INTO token_entry (processor_name, segment) VALUES ('standing', 0)");
            try (PreparedStatement token = connection.prepareStatement("UPDATE token_entry SET token = ?")) {
                token.setBytes(
                        1, "{\"globalIndex\":%d}".formatted(LOG.size() - 1).getBytes(UTF_8));
                token.executeUpdate();
            }
            connection.commit();
            for (String change : changes) {
                statement.executeUpdate(change);
            }
            connection.commit();
        }
        Soundness soundness = generations.soundness(generation, log);
        generations.drop(generation);
        return soundness;
    }
}
