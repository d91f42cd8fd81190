package io.partnerledger.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How far the live build is known to be. */
class LiveStandingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void newsOfABuildThatIsNotAskedMovesNothing(Builds builds) throws Exception {
        Generations generations = builds.in(folder);
        Generation generation = generations.open(1);
        LiveStanding live = new LiveStanding(generation, new ToldPast(), generations, false);

        live.came(2, 100);
        assertThat(live.position()).isEqualTo(-1);

        live.came(1, 7);
        live.came(1, 5);
        assertThat(live.position()).isEqualTo(7);
        assertThat(live.await(7, Duration.ZERO)).isTrue();
        assertThat(live.await(8, Duration.ZERO)).isFalse();
        generations.close(generation);
    }

    @ParameterizedTest
    @EnumSource
    void aBatchSaysToWhichBuildItWasWritten(Builds builds) throws Exception {
        Generations generations = builds.in(folder);
        Generation before = generations.open(1);
        Generation next = generations.open(2);
        generations.makeLive(next);
        LiveStanding live = new LiveStanding(next, new ToldPast(), generations, true);
        try (Connection connection = next.keeping().getConnection()) {
            connection.setAutoCommit(false);
            StandingWriter writer = new StandingWriter(connection, new ToldPast());
            writer.apply(new OrganizationRegistered("acme", "Acme", List.of(), Identifiers.NONE), 0);
            assertThat(live.keep(connection, writer.take())).isEqualTo(2);
            connection.commit();
        }

        live.refresh();
        assertThat(live.position()).isZero();
        generations.close(before);
        generations.close(next);
    }

    /** The build may be another one than that of the batch before, which had come further. */
    @ParameterizedTest
    @EnumSource
    void aBatchThatWouldLeaveAGapOrComesAgainIsNotWritten(Builds builds) throws Exception {
        Generations generations = builds.in(folder);
        Generation generation = generations.open(1);
        LiveStanding live = new LiveStanding(generation, new ToldPast(), generations, false);
        keep(live, generation, 0);

        assertThatThrownBy(() -> keep(live, generation, 2)).hasMessageContaining("has come to position 0");
        assertThatThrownBy(() -> keep(live, generation, 0)).isInstanceOf(Exception.class);

        assertThat(LiveStanding.storedPosition(generation)).isZero();
        keep(live, generation, 1);
        assertThat(LiveStanding.storedPosition(generation)).isOne();
        generations.close(generation);
    }

    /** Another node may make a build live that has not come as far as this one's; a question waits until it has. */
    @Test
    void whatIsAskedIsReadFromABuildThatHasComeSoFar() throws Exception {
        Generations generations = Builds.POSTGRESQL.in(folder);
        ToldPast past = new ToldPast();
        for (int position = 0; position < 2; position++) {
            past.add(organization(position), position, Instant.EPOCH);
        }
        Generation before = generations.open(1);
        Generation next = generations.open(2);
        generations.makeLive(before);
        LiveStanding live = new LiveStanding(before, past, generations, true);
        Views views = new Views(live, new NoPositions(), Clock.systemUTC());
        keep(live, before, 0);
        keep(live, before, 1);
        keep(live, next, 0);
        live.came(1, 1);
        assertThat(views.registry(1).ids()).hasSize(2);
        generations.makeLive(next);

        live.refresh();

        assertThat(live.position()).isZero();
        assertThat(views.registry(0).ids()).hasSize(1);
        Thread later = Thread.ofVirtual().start(() -> {
            try {
                keep(live, next, 1);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(views.registry(1).ids()).as("once the build has come to it").hasSize(2);
        later.join();
        generations.close(before);
        generations.close(next);
    }

    private static final class NoPositions implements LogPositions {
        @Override
        public long head() {
            return 1;
        }

        @Override
        public long positionAt(Instant instant) {
            return 1;
        }
    }

    private static OrganizationRegistered organization(long position) {
        String id = "acme-" + position;
        return new OrganizationRegistered(id, id, List.of(), Identifiers.NONE);
    }

    private static void keep(LiveStanding live, Generation generation, long position) throws Exception {
        try (Connection connection = generation.keeping().getConnection()) {
            connection.setAutoCommit(false);
            StandingWriter writer = new StandingWriter(connection, new ToldPast());
            writer.apply(organization(position), position);
            live.keep(connection, writer.take());
            connection.commit();
        }
    }
}
