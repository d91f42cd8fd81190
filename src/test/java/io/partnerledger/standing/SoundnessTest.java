package io.partnerledger.standing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRetracted;
import io.partnerledger.announcement.Edtf;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which builds a start goes on with. */
class SoundnessTest {

    private static final List<Object> LOG = log();
    private static final Source SOURCE =
            new Source(null, "The Paper", "Another", null, null, null, SourceTier.SOCIAL, null, null);
    private static final PartnerAdded ADDED =
            new PartnerAdded("other", "another", List.of(Role.INVESTOR), List.of(), null, null, null);

    @TempDir
    Path folder;

    /** It ends with an announcement and an organization. */
    private static List<Object> log() {
        List<Object> log = ToldLog.events(60);
        log.add(new OrganizationRegistered("last", "Last", List.of(), Identifiers.NONE));
        return log;
    }

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
        assertThat(soundnessOver(LOG, generations)).isEqualTo(Soundness.WHOLE);
        for (int length : new int[] {0, 1, LOG.size() - 1}) {
            assertThat(soundnessOver(LOG.subList(0, length), generations)).isEqualTo(Soundness.AHEAD);
        }
    }

    /** As where two copies of a ledger went on for themselves, and the log of one is put where the other's was. */
    @ParameterizedTest
    @EnumSource
    void aBuildOfAnotherLogIsTold(Builds builds) throws SQLException {
        Generations generations = builds.in(folder);
        int last = LOG.size() - 1;
        List<Object> longer = new ArrayList<>(LOG);
        longer.addAll(ToldLog.events(5));
        assertThat(soundnessOver(longer, generations)).isEqualTo(Soundness.WHOLE);
        for (int different : new int[] {last - 1, last}) {
            for (Object other : List.of(
                    new OrganizationRegistered("other", "Other", List.of(), Identifiers.NONE),
                    new AnnouncementRecorded("other", Edtf.parse("2026"), SOURCE, List.of(ADDED)),
                    new AnnouncementRetracted("a1", "misread", null))) {
                List<Object> another = new ArrayList<>(LOG);
                another.set(different, other);
                assertThat(soundnessOver(another, generations))
                        .as("%s at %d", other, different)
                        .isEqualTo(Soundness.OTHER_LOG);
            }
        }
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
        return soundnessOver(LOG, generations, changes);
    }

    private static Soundness soundnessOver(List<Object> log, Generations generations, String... changes)
            throws SQLException {
        Generation generation = Builds.empty(generations, 1);
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
        ToldPast told = new ToldPast();
        for (int position = 0; position < log.size(); position++) {
            told.add(log.get(position), position, Instant.EPOCH);
        }
        Soundness soundness = generations.soundness(generation, told);
        generations.drop(generation);
        return soundness;
    }
}
