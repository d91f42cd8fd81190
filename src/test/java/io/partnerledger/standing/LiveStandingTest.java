package io.partnerledger.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerledger.log.PostgresServer;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the live build is known to be. */
class LiveStandingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void newsOfABuildThatIsNotAskedMovesNothing(Builds builds) throws Exception {
        Generations generations = builds.in(folder);
        Generation generation = Builds.empty(generations, 1);
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

    /** Who waits for a build that nobody else writes does not look for itself. */
    @ParameterizedTest
    @EnumSource
    void whoWaitsIsToldThatTheBuildHasComeAndThatAnotherHas(Builds builds) throws Exception {
        Generations generations = builds.in(folder);
        Generation before = Builds.empty(generations, 1);
        Generation next = Builds.empty(generations, 2);
        LiveStanding live = new LiveStanding(before, new ToldPast(), generations, false);
        keep(live, next, 0);
        keep(live, next, 1);

        FutureTask<Boolean> waiting = waiting(live, 0);
        live.came(1, 0);
        assertThat(waiting.get()).isTrue();

        waiting = waiting(live, 1);
        live.makeLive(next);
        assertThat(waiting.get()).isTrue();
        generations.close(before);
        generations.close(next);
    }

    private static FutureTask<Boolean> waiting(LiveStanding live, long position) {
        FutureTask<Boolean> waiting = new FutureTask<>(() -> live.await(position, Duration.ofDays(1)));
        Thread thread = Thread.ofPlatform().daemon().start(waiting);
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return waiting;
    }

    /** A power cut takes what is in the write-ahead log alone: there it need not be on the disk. */
    @Test
    void whatIsMadeLiveIsOnTheDisk() throws Exception {
        Generations generations = Builds.SQLITE.in(folder);
        Generation build = Builds.empty(generations, 1);
        try (Connection connection = build.keeping().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE newest (row INTEGER)");
            assertThat(copied(statement)).isFalse();
        }

        generations.makeLive(build);

        try (Connection connection = build.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(copied(statement)).isTrue();
        }
        generations.close(build);
    }

    private static boolean copied(Statement statement) throws SQLException {
        try (ResultSet pages = statement.executeQuery("PRAGMA wal_checkpoint(NOOP)")) {
            pages.next();
            return pages.getInt("checkpointed") == pages.getInt("log");
        }
    }

    /** Those who ask meanwhile wait, and are not answered from the half that is there. */
    @ParameterizedTest
    @EnumSource
    void aBuildThatIsEmptiedHasComeToNothing(Builds builds) throws Exception {
        Generations generations = builds.in(folder);
        Generation generation = Builds.empty(generations, 1);
        LiveStanding live = new LiveStanding(generation, new ToldPast(), generations, false);
        keep(live, generation, 0);
        live.came(1, 0);

        new StandingProjection(live).reset();

        assertThat(live.position()).isEqualTo(-1);
        assertThat(LiveStanding.storedPosition(generation)).isEqualTo(-1);
        assertThat(generations.soundness(generation)).isEqualTo(Soundness.WHOLE);
        generations.close(generation);
    }

    @ParameterizedTest
    @EnumSource
    void aBatchSaysToWhichBuildItWasWritten(Builds builds) throws Exception {
        Generations generations = builds.in(folder);
        Generation before = Builds.empty(generations, 1);
        Generation next = Builds.empty(generations, 2);
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
        Generation generation = Builds.empty(generations, 1);
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
        Generation before = Builds.empty(generations, 1);
        Generation next = Builds.empty(generations, 2);
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

    /** As where a standby has taken over that lacked it, and others were recorded in its place. */
    @Test
    void ofAnEndThatWasLostNothingIsKnownAnyMore() throws Exception {
        Generations generations = Builds.POSTGRESQL.in(folder);
        ToldPast past = new ToldPast();
        Object another = new OrganizationRegistered("another", "another", List.of(), Identifiers.NONE);
        past.add(organization(0), 0, Instant.EPOCH);
        past.add(organization(1), 1, Instant.EPOCH);
        past.add(another, 1, Instant.EPOCH);
        Generation build = Builds.empty(generations, 1);
        LiveStanding live = new LiveStanding(build, past, generations, true);
        Views views = new Views(live, new NoPositions(), Clock.systemUTC());
        StandingDirectory directory = new StandingDirectory(live, new NoPositions());
        keep(live, build, 0);
        keep(live, build, 1);
        live.refresh();
        assertThat(views.registry(1).ids()).containsExactlyInAnyOrder("acme-0", "acme-1");
        assertThat(directory.resolve("acme-1")).isPresent();
        for (String table : List.of("organization_version", "organization_name")) {
            JdbcClient.create(build.dataSource())
                    .sql("DELETE FROM " + table + " WHERE from_position = 1")
                    .update();
        }

        live.refresh();
        keep(live, build, 1, another);
        live.refresh();

        assertThat(views.registry(1).ids()).containsExactlyInAnyOrder("acme-0", "another");
        assertThat(directory.resolve("another")).isPresent();
        assertThat(directory.resolve("acme-1")).isEmpty();
        generations.close(build);
    }

    /** It would be taken for a build that ends with a whole block, to which the rest of the block is added again. */
    @Test
    void aBuildThatIsGoneOnWithLosesTheBlockAtItsEndOrNothing() throws Exception {
        Generations generations = Builds.POSTGRESQL.in(folder);
        Generation build = Builds.empty(generations, 1);
        keep(new LiveStanding(build, new ToldPast(), generations, false), build, 0);
        JdbcClient rows = JdbcClient.create(build.dataSource());
        rows.sql("ALTER TABLE key_block RENAME TO gone").update();

        assertThatThrownBy(() -> generations.filledTo(build)).hasMessageContaining("key_block");
        assertThat(LiveStanding.storedPosition(build)).isZero();

        rows.sql("ALTER TABLE gone RENAME TO key_block").update();
        assertThat(generations.filledTo(build)).isEqualTo(-1);
        assertThat(LiveStanding.storedPosition(build)).isEqualTo(-1);
        generations.close(build);
    }

    /** As where a node of a newer version has made it. */
    @Test
    void aBuildThatThisVersionCannotReadIsNotFollowed() throws Exception {
        Generations generations = Builds.POSTGRESQL.in(folder);
        Generation before = Builds.empty(generations, 1);
        Generation next = Builds.empty(generations, 2);
        generations.makeLive(before);
        LiveStanding live = new LiveStanding(before, new ToldPast(), generations, true);
        JdbcClient.create(next.dataSource())
                .sql("UPDATE build SET form = 'another'")
                .update();
        generations.makeLive(next);

        live.refresh();

        assertThat(live.generation().number()).isOne();
        keep(live, before, 0);
        live.refresh();
        assertThat(live.generation().number()).isOne();
        generations.close(before);
        generations.close(next);
    }

    /** That its database does not answer for now says nothing of a build. */
    @Test
    void aBuildThatCannotBeAskedForNowIsFollowedLater() throws Exception {
        AtomicBoolean isGone = new AtomicBoolean();
        Generations generations = Builds.on(PostgresServer.freshUrl(), "public", isGone::get);
        Generation before = Builds.empty(generations, 1);
        Generation next = Builds.empty(generations, 2);
        generations.makeLive(before);
        LiveStanding live = new LiveStanding(before, new ToldPast(), generations, true);
        generations.makeLive(next);
        isGone.set(true);

        assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(live::follow);
        assertThat(live.generation().number()).isOne();

        isGone.set(false);
        live.follow();
        assertThat(live.generation().number()).isEqualTo(2);
        generations.close(before);
        generations.close(next);
        generations.close(live.generation());
    }

    /** Until then a question may still be answered from it. */
    @Test
    void theBuildBeforeIsClosedWithTheNode() throws Exception {
        Generations generations = Builds.POSTGRESQL.in(folder);
        Generation before = Builds.empty(generations, 1);
        Generation next = Builds.empty(generations, 2);
        generations.makeLive(before);
        try (LiveStanding live = new LiveStanding(before, new ToldPast(), generations, true)) {
            assertThat(live.hasJustMoved()).isFalse();
            generations.makeLive(next);

            assertThat(live.hasJustMoved()).isTrue();
            assertThat(live.generation().number()).isEqualTo(2);
            assertThat(LiveStanding.storedPosition(before)).isEqualTo(-1);
            generations.close(live.generation());
        }
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> before.dataSource().getConnection());
        generations.close(next);
    }

    @Test
    void newsOfABuildSayWhichAndHowFarItIs() {
        assertThat(PostgresGenerations.moved("standing_0badcafe_3:77")).hasValue(new PostgresGenerations.Moved(3, 77));
        assertThat(PostgresGenerations.moved("")).isEmpty();
    }

    /** A process that was killed leaves them beside a build. */
    @Test
    void whatBelongsToADroppedBuildGoesWithIt() throws Exception {
        Generations generations = Builds.SQLITE.in(folder);
        generations.close(Builds.empty(generations, 1));
        for (String left : List.of("standing-2.db", "standing-2.db-wal", "standing-2.db-shm", "standing-10.db-wal")) {
            Files.createFile(folder.resolve(left));
        }

        generations.dropAllBut(Set.of(1));

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).allMatch(file -> file.getFileName().toString().startsWith("standing-1.db"));
        }
        assertThat(generations.exists(1)).isTrue();
    }

    /** Whoever drops it may not know yet that another node has made it live. */
    @Test
    void theLiveBuildIsNotDroppedAndADroppedOneIsNotMadeLive() throws Exception {
        Generations generations = Builds.POSTGRESQL.in(folder);
        Generation live = Builds.empty(generations, 2);
        Generation gone = Builds.empty(generations, 3);
        generations.makeLive(live);

        generations.drop(live);
        generations.drop(gone);
        generations.dropAllBut(Set.of(1));

        assertThat(generations.exists(2)).isTrue();
        assertThat(generations.exists(3)).isFalse();
        assertThatThrownBy(() -> generations.makeLive(gone)).hasMessageContaining("Build 3 is gone");
        assertThat(generations.live()).hasValue(2);
    }

    @Test
    void ledgersOfOneDatabaseHaveBuildsOfTheirOwn() throws Exception {
        String url = PostgresServer.freshUrl();
        Generations ofOne = Builds.on(url, "public");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA \"The other\"");
        }
        Generations ofOther = Builds.on(url, "\"The other\"");

        Generation build = Builds.empty(ofOne, 1);
        ofOne.makeLive(build);

        assertThat(ofOther.live()).isEmpty();
        assertThat(ofOther.exists(1)).isFalse();
        Generation another = Builds.empty(ofOther, 1);
        ofOther.dropAllBut(Set.of());
        ofOne.dropAllBut(Set.of(1));
        assertThat(ofOne.exists(1)).isTrue();
        assertThat(ofOther.exists(1)).isFalse();
        ofOne.close(build);
        ofOther.close(another);
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
        keep(live, generation, position, organization(position));
    }

    private static void keep(LiveStanding live, Generation generation, long position, Object event) throws Exception {
        try (Connection connection = generation.keeping().getConnection()) {
            connection.setAutoCommit(false);
            StandingWriter writer = new StandingWriter(connection, new ToldPast());
            writer.apply(event, position);
            live.keep(connection, writer.take());
            connection.commit();
        }
    }
}
