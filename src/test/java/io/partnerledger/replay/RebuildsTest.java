package io.partnerledger.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.partnerledger.log.EventLog;
import io.partnerledger.replay.Progress.State;
import io.partnerledger.standing.Builds;
import io.partnerledger.standing.Generation;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.LiveStanding;
import io.partnerledger.standing.Soundness;
import io.partnerledger.standing.ToldLog;
import io.partnerledger.wire.WireJson;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Rebuilds that are cancelled, stopped, gone on with, and wanted twice. */
class RebuildsTest {

    private static final int EVENTS = 3000;

    /** Stands in for the processor, and holds a rebuild where it is about to switch. */
    private static final class Held implements Rebuilds.LiveProjection {
        private final CountDownLatch arrived = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        private final AtomicInteger started = new AtomicInteger();
        private final Queue<Begun> begun = new ConcurrentLinkedQueue<>();

        private record Begun(int build, long position) {}

        @Override
        public void stop() {
            arrived.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (failures.peek() instanceof Error) {
                throw (Error) failures.remove();
            }
        }

        @Override
        public void begin(Generation next, long position) {
            begun.add(new Begun(next.number(), position));
        }

        @Override
        public void start() {
            if (!failures.isEmpty()) {
                throw (RuntimeException) failures.remove();
            }
            started.incrementAndGet();
        }
    }

    @TempDir
    Path folder;

    private final Held processor = new Held();
    private EventLog log;

    @SuppressWarnings("NullAway.Init")
    private Generations generations;

    @SuppressWarnings("NullAway.Init")
    private LiveStanding live;

    @BeforeEach
    void appends() throws IOException {
        log = FilledLog.of(EVENTS, folder.resolve("ledger.db"));
    }

    @AfterEach
    void closes() {
        log.close();
    }

    private Rebuilds rebuilds(Builds builds) throws Exception {
        return rebuilds(builds, folder.resolve("views"));
    }

    private Rebuilds rebuilds(Builds builds, Path views) throws Exception {
        generations = builds.in(views);
        Generation written = FilledLog.written(log, generations);
        live = new LiveStanding(written, new LogPast(log, FilledLog.CODEC), generations, builds == Builds.POSTGRESQL);
        return new Rebuilds(
                "standing",
                new LogPast(log, FilledLog.CODEC),
                WireJson.stored(),
                live,
                generations,
                processor,
                Clock.systemUTC(),
                "this node");
    }

    @ParameterizedTest
    @EnumSource
    void aCancelledRebuildLeavesNothingBehindAndTheLiveBuildAsItWas(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            assertThat(rebuilds.cancel()).isEmpty();
            assertThat(rebuilds.start()).isPresent();
            assertThat(rebuilds.start()).as("a second one").isEmpty();
            processor.arrived.await();
            rebuilds.cancel();
            processor.released.countDown();
            rebuilds.join();

            assertThat(state(rebuilds)).isEqualTo(State.CANCELLED);
            assertThat(live.generation().number()).isEqualTo(1);
            Generation anew = generations.openToFill(2);
            assertThat(LiveStanding.storedPosition(anew)).isEqualTo(-1);
            generations.drop(anew);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theProcessorIsToGoOnWhereTheNewBuildEnds(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            processor.released.countDown();

            assertThat(rebuilds.start()).isPresent();
            rebuilds.join();

            assertThat(processor.begun).containsExactly(new Held.Begun(2, EVENTS - 1L));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAnEndedProcessHasFilledIsGoneOnWith(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            Generation begun = begun();
            long reached = LiveStanding.storedPosition(begun);
            // What tells a build that was gone on with from a new one.
            try (Connection connection = begun.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE organization_version SET id = 'o9' WHERE from_position = 0");
            }
            generations.close(begun);
            processor.released.countDown();

            rebuilds.findInterrupted();
            Progress found = rebuilds.latest().orElseThrow();
            assertThat(found.state()).isEqualTo(State.INTERRUPTED);
            assertThat(found.done()).isEqualTo(reached + 1);
            assertThat(found.total()).isEqualTo(EVENTS);
            assertThat(rebuilds.start()).isPresent();
            rebuilds.join();

            assertThat(state(rebuilds)).isEqualTo(State.DONE);
            assertThat(rebuilds.latest().orElseThrow().resumedFrom()).isEqualTo(reached + 1);
            Difference difference =
                    Objects.requireNonNull(rebuilds.latest().orElseThrow().difference());
            assertThat(difference.examples()).containsExactly("organization_version o9 at 0: not the same in both");
            assertThat(live.generation().number()).isEqualTo(2);
            assertThat(live.position()).isEqualTo(EVENTS - 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptedRebuildCanBeGivenUp(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            generations.close(begun());
            rebuilds.findInterrupted();

            assertThat(rebuilds.cancel()).isPresent();

            assertThat(state(rebuilds)).isEqualTo(State.CANCELLED);
            assertThat(generations.exists(2)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBuildThatCannotBeGoneOnWithIsDroppedAtTheStart(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            Generation begun = begun();
            generations.complete(begun);
            generations.close(begun);

            rebuilds.findInterrupted();

            assertThat(rebuilds.latest()).isEmpty();
            assertThat(generations.exists(2)).isFalse();
        }
    }

    /** As over a log that was put back as it was before. */
    @ParameterizedTest
    @EnumSource
    void aBegunBuildThatIsAheadOfTheLogIsDroppedAtTheStart(Builds builds) throws Exception {
        EventLog whole = log;
        log = FilledLog.of(ToldLog.events(EVENTS).subList(0, 1000), folder.resolve("shorter.db"));
        try (whole;
                Rebuilds rebuilds = rebuilds(builds)) {
            Generation ahead = generations.openToFill(2);
            new Filling(new LogPast(whole, FilledLog.CODEC), generations, ahead, 128).from(-1, _ -> {}, () -> false);
            generations.close(ahead);

            rebuilds.findInterrupted();

            assertThat(rebuilds.latest()).isEmpty();
            assertThat(generations.exists(2)).isFalse();
        }
    }

    /** A build that its process filled in part. */
    private Generation begun() throws Exception {
        Generation begun = generations.openToFill(2);
        Filling filling = new Filling(new LogPast(log, FilledLog.CODEC), generations, begun, 128);
        try {
            filling.from(-1, _ -> {}, () -> LiveStanding.storedPosition(begun) >= 0);
        } catch (CancellationException e) {
            assertThat(LiveStanding.storedPosition(begun)).isBetween(0L, EVENTS - 2L);
        }
        return begun;
    }

    @ParameterizedTest
    @EnumSource
    void aRebuildThatTheEndOfItsProcessBreaksOffIsKept(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            assertThat(rebuilds.start()).isPresent();
            processor.arrived.await();
            Thread stopping = Thread.ofPlatform().start(() -> {
                try {
                    rebuilds.stop();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            while (stopping.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            processor.released.countDown();
            stopping.join();

            assertThat(state(rebuilds)).isEqualTo(State.CANCELLED);
            assertThat(live.generation().number()).isEqualTo(1);
            assertThat(rebuilds.start()).as("after the end").isEmpty();
            Generation kept = generations.openToFill(2);
            assertThat(LiveStanding.storedPosition(kept)).isEqualTo(EVENTS - 1);
            generations.drop(kept);
        }
    }

    /** As one that another node began, which is gone. */
    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void anInterruptedRebuildOfAnotherNodeCanBeGivenUp(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            generations.close(begun());
            try (Generations.Claim claim = generations.claim("another node").orElseThrow()) {
                claim.leave("""
                    {"projection":"standing","state":"building","done":7,"total":12,"eventsPerSecond":34,\
                    "secondsLeft":1,"startedAt":"2026-11-23T07:55:34Z"}\
                    """);
            }
            assertThat(rebuilds.known().orElseThrow().state()).isEqualTo(State.INTERRUPTED);

            assertThat(rebuilds.cancel().orElseThrow().state()).isEqualTo(State.CANCELLED);

            assertThat(rebuilds.known()).isEmpty();
            assertThat(generations.exists(2)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void howeverARebuildFailsTheNextOneCanStart(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            processor.released.countDown();
            processor.failures.add(new StackOverflowError("something broke"));
            assertThat(rebuilds.start()).isPresent();
            rebuilds.join();
            assertThat(state(rebuilds)).isEqualTo(State.FAILED);
            assertThat(rebuilds.latest().orElseThrow().failure()).isEqualTo("something broke");

            assertThat(rebuilds.start()).isPresent();
            rebuilds.join();
            assertThat(state(rebuilds)).isEqualTo(State.DONE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLiveBuildThatCannotBeReadIsReplacedAllTheSame(Builds builds) throws Exception {
        for (String gone : List.of("TABLE announcement_version", "VIEW announcement_key", "TABLE organization_name")) {
            try (Rebuilds rebuilds = rebuilds(builds, folder.resolve("without " + gone))) {
                processor.released.countDown();
                drop(gone, live.generation());

                assertThat(rebuilds.start()).isPresent();
                rebuilds.join();

                assertThat(state(rebuilds)).as(gone).isEqualTo(State.DONE);
                Difference difference =
                        Objects.requireNonNull(rebuilds.latest().orElseThrow().difference());
                assertThat(difference.same()).isFalse();
                assertThat(difference.examples())
                        .singleElement(STRING)
                        .startsWith("the live one could not be read: ")
                        .contains(gone.substring(gone.indexOf(' ') + 1));
                assertThat(live.generation().number()).isEqualTo(2);
                assertThat(live.position()).isEqualTo(EVENTS - 1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void aFolderOfViewsThatIsGoneIsMadeAgain(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            processor.released.countDown();
            FileSystemUtils.deleteRecursively(folder.resolve("views"));

            assertThat(rebuilds.start()).isPresent();
            rebuilds.join();

            assertThat(state(rebuilds)).isEqualTo(State.DONE);
            assertThat(live.generation().number()).isEqualTo(2);
            assertThat(live.position()).isEqualTo(EVENTS - 1);
        }
    }

    private static void drop(String what, Generation generation) throws SQLException {
        try (Connection connection = generation.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DROP " + what);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void aProcessorThatDoesNotStartAgainIsStartedUntilItDoes(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            processor.released.countDown();
            processor.failures.add(new IllegalStateException("no database"));
            assertThat(rebuilds.start()).isPresent();
            rebuilds.join();
            assertThat(processor.started).hasValue(1);
            assertThat(state(rebuilds)).isEqualTo(State.DONE);
        }
    }

    /** Two rebuilds may follow each other while a question is still answered from the first build. */
    @ParameterizedTest
    @EnumSource
    void theBuildBeforeStaysForAWhileThroughAnotherRebuild(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            processor.released.countDown();
            Generation first = live.generation();
            for (int i = 0; i < 2; i++) {
                assertThat(rebuilds.start()).isPresent();
                rebuilds.join();
            }
            assertThat(live.generation().number()).isEqualTo(3);
            assertThat(LiveStanding.storedPosition(first)).isEqualTo(EVENTS - 1);
        }
        assertThat(generations.exists(1)).isFalse();
    }

    /** As a node of the version before, while one of the next has rebuilt already. */
    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void aLiveBuildThatThisNodeCannotReadIsNotTouched(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            processor.released.countDown();
            Generation ofOthers = generations.openToFill(2);
            JdbcClient client = JdbcClient.create(ofOthers.dataSource());
            client.sql("UPDATE build SET form = 'another'").update();
            generations.makeLive(ofOthers);

            assertThat(rebuilds.start()).isPresent();
            rebuilds.join();

            assertThat(state(rebuilds)).isEqualTo(State.DONE);
            assertThat(live.generation().number()).isEqualTo(3);
            assertThat(LiveStanding.storedPosition(ofOthers)).isEqualTo(-1);
            generations.close(ofOthers);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoHasLostTheRightToRebuildFillsNothingMore(Builds builds) throws Exception {
        try (Rebuilds _ = rebuilds(builds)) {
            Generation next = generations.openToFill(2);
            Rebuild rebuild = new Rebuild(
                    "standing", log, new LogPast(log, FilledLog.CODEC), Instant.EPOCH, _ -> {}, () -> false);

            assertThatIllegalStateException()
                    .isThrownBy(() -> rebuild.fill(generations, next))
                    .withMessageContaining("right to rebuild is lost");

            assertThat(LiveStanding.storedPosition(next)).isEqualTo(-1);
            generations.close(next);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void oneNodeRebuildsAtATime(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            processor.released.countDown();
            try (Generations.Claim _ = generations.claim("another node").orElseThrow()) {
                assertThat(rebuilds.start()).isEmpty();
            }
            assertThat(rebuilds.start()).isPresent();
            rebuilds.join();
            assertThat(state(rebuilds)).isEqualTo(State.DONE);
            assertThat(generations.soundness(live.generation())).isNotEqualTo(Soundness.FILLING);
        }
    }

    private static State state(Rebuilds rebuilds) {
        return rebuilds.latest().orElseThrow().state();
    }
}
