package io.partnerledger.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.concurrent.FutureTask;
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
    private static final String SOME = "from_position BETWEEN 500 AND 510";
    private static final String OF_ANOTHER_NODE = """
        {"projection":"standing","state":"building","done":7,"total":12,"eventsPerSecond":34,\
        "secondsLeft":1,"startedAt":"2026-11-23T07:55:34Z"}\
        """;

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
            assertThat(rebuilds.cancel()).isPresent();
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
            // What tells a build that was gone on with from a new one; it does not differ from the live one.
            for (Generation each : List.of(begun, live.generation())) {
                change("UPDATE organization_version SET id = 'o9' WHERE from_position = 0", each);
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
            assertThat(difference.examples()).isEmpty();
            assertThat(live.generation().number()).isEqualTo(2);
            assertThat(JdbcClient.create(live.generation().dataSource())
                            .sql("SELECT id FROM organization_version WHERE from_position = 0")
                            .query(String.class)
                            .single())
                    .isEqualTo("o9");
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

    /** As where the rebuild before could not take it away. */
    @ParameterizedTest
    @EnumSource
    void aBuildThatCannotBeGoneOnWithIsBegunAnew(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            processor.released.countDown();
            Generation left = begun();
            generations.complete(left);
            generations.close(left);

            assertThat(rebuilds.start()).isPresent();
            rebuilds.join();

            assertThat(state(rebuilds)).isEqualTo(State.DONE);
            assertThat(rebuilds.latest().orElseThrow().resumedFrom()).isNull();
            assertThat(live.position()).isEqualTo(EVENTS - 1);
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

    /** Somebody may have changed it meanwhile: nothing tells, as long as it is filled. */
    @ParameterizedTest
    @EnumSource
    void whatDiffersOfABuildThatWasGoneOnWithIsDoneOnceMore(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            processor.released.countDown();
            long before = rows(live.generation());
            assertThat(before).isPositive();
            Generation begun = begun();
            change("DELETE FROM announcement_version WHERE " + SOME, begun);
            generations.close(begun);

            assertThat(rebuilds.start()).isPresent();
            rebuilds.join();

            Progress done = rebuilds.latest().orElseThrow();
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(Objects.requireNonNull(done.difference()).examples()).isEmpty();
            assertThat(done.resumedFrom()).isNull();
            assertThat(live.generation().number()).isEqualTo(2);
            assertThat(rows(live.generation())).isEqualTo(before);
        }
    }

    private static long rows(Generation build) {
        return JdbcClient.create(build.dataSource())
                .sql("SELECT count(*) FROM announcement_version WHERE " + SOME)
                .query(Long.class)
                .single();
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

    /** Whoever has it by now may be going on with the same build. */
    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void whoHasLostTheRightToRebuildLeavesTheBuildWhereItIs(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            assertThat(rebuilds.start()).isPresent();
            processor.arrived.await();
            endTheSessionThatHasTheRight();
            processor.released.countDown();
            rebuilds.join();

            assertThat(rebuilds.latest().orElseThrow().failure()).contains("right to rebuild is lost");
            assertThat(live.generation().number()).isEqualTo(1);
            Generation left = generations.openToFill(2);
            assertThat(LiveStanding.storedPosition(left)).isEqualTo(EVENTS - 1);
            generations.drop(left);
        }
    }

    private void endTheSessionThatHasTheRight() {
        JdbcClient.create(live.generation().dataSource())
                .sql("SELECT pg_terminate_backend(pid, 10000) FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .query(Boolean.class)
                .single();
    }

    /** As one that another node began, which is gone. */
    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void anInterruptedRebuildOfAnotherNodeCanBeGivenUp(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            generations.close(begun());
            try (Generations.Claim claim = generations.claim("another node").orElseThrow()) {
                claim.leave(OF_ANOTHER_NODE);
            }
            assertThat(rebuilds.known().orElseThrow().state()).isEqualTo(State.INTERRUPTED);

            assertThat(rebuilds.cancel().orElseThrow().state()).isEqualTo(State.CANCELLED);

            assertThat(rebuilds.known()).isEmpty();
            assertThat(generations.exists(2)).isFalse();
        }
    }

    /** Its right to rebuild it gives back a moment later. */
    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void whoeverSeesThatARebuildIsOverCanStartTheNext(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            processor.released.countDown();
            assertThat(rebuilds.start()).isPresent();
            while (!state(rebuilds).isOver()) {
                Thread.onSpinWait();
            }

            assertThat(rebuilds.start()).isPresent();
            rebuilds.join();
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
                change("DROP " + gone, live.generation());

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

    /** That a row is missing from the live build is what a rebuild is to mend; from the new one it would be a loss. */
    @ParameterizedTest
    @EnumSource
    void theDifferenceSaysWhichBuildARowIsMissingFrom(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            processor.released.countDown();
            change("DELETE FROM organization_version WHERE from_position = 3", live.generation());

            assertThat(rebuilds.start()).isPresent();
            rebuilds.join();

            Difference difference =
                    Objects.requireNonNull(rebuilds.latest().orElseThrow().difference());
            assertThat(difference.same()).isFalse();
            assertThat(difference.onlyLive()).isZero();
            assertThat(difference.onlyRebuilt()).isOne();
            assertThat(difference.changed()).isZero();
            assertThat(difference.examples()).containsExactly("organization_version o3 at 3: only in the rebuilt one");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewBuildThatCannotBeReadIsNotComparedAway(Builds builds) throws Exception {
        try (Rebuilds _ = rebuilds(builds)) {
            Generation next = generations.openToFill(2);
            Rebuild rebuild = rebuild(log);
            rebuild.fill(generations, next);
            rebuild.complete(live, generations, next);
            change("DROP TABLE organization_name", next);

            assertThatThrownBy(() -> rebuild.compare(generations, next)).hasMessageContaining("organization_name");
            generations.drop(next);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLiveBuildIsComparedOnceItHasComeAsFar(Builds builds) throws Exception {
        generations = builds.in(folder.resolve("views"));
        try (EventLog few = FilledLog.of(100, folder.resolve("few.db"))) {
            Generation behind = Builds.empty(generations, 1);
            live = new LiveStanding(behind, new LogPast(few, FilledLog.CODEC), generations, false);
            Generation next = generations.openToFill(2);
            Rebuild rebuild = rebuild(few);
            rebuild.fill(generations, next);
            FutureTask<Void> completing = new FutureTask<>(() -> {
                rebuild.complete(live, generations, next);
                return null;
            });
            Thread.ofPlatform().start(completing);
            FilledLog.write(few, behind);
            live.came(1, few.head());
            completing.get();
            rebuild.compare(generations, next);

            Difference difference = Objects.requireNonNull(rebuild.progress().difference());
            assertThat(difference.examples()).isEmpty();
            assertThat(difference.position()).isEqualTo(few.head());
            generations.close(behind);
            generations.close(next);
        }
    }

    private static Rebuild rebuild(EventLog of) {
        return new Rebuild("standing", of, new LogPast(of, FilledLog.CODEC), Instant.EPOCH, _ -> {}, () -> true);
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

    private static void change(String sql, Generation generation) throws SQLException {
        try (Connection connection = generation.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
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

    /** Rebuilds may follow each other while a question is still answered from the first build. */
    @ParameterizedTest
    @EnumSource
    void theBuildBeforeStaysForAWhileThroughMoreRebuilds(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            processor.released.countDown();
            Generation first = live.generation();
            for (int i = 0; i < 3; i++) {
                assertThat(rebuilds.start()).isPresent();
                rebuilds.join();
            }
            assertThat(live.generation().number()).isEqualTo(4);
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

    /** It may still be answering from it. */
    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void theBuildThatAnotherNodeHasReplacedIsThatOnesToDrop(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            processor.released.countDown();
            Generation ofOthers = generations.openToFill(2);
            new Filling(new LogPast(log, FilledLog.CODEC), generations, ofOthers).from(-1, _ -> {}, () -> false);
            generations.complete(ofOthers);
            generations.makeLive(ofOthers);

            assertThat(rebuilds.start()).isPresent();
            rebuilds.join();

            assertThat(live.generation().number()).isEqualTo(3);
            generations.close(ofOthers);
        }
        assertThat(generations.exists(1)).isTrue();
        assertThat(generations.exists(2)).as("which this one has replaced").isFalse();
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
            try (Generations.Claim claim = generations.claim("another node").orElseThrow()) {
                claim.leave(OF_ANOTHER_NODE);
                assertThat(rebuilds.start()).isEmpty();
                assertThat(rebuilds.ofOthers().claimant()).hasValue("another node");
                assertThat(rebuilds.ofOthers().running()).hasValue("another node");
            }
            assertThat(rebuilds.ofOthers().running()).isEmpty();
            assertThat(rebuilds.start()).isPresent();
            rebuilds.join();
            assertThat(state(rebuilds)).isEqualTo(State.DONE);
            assertThat(generations.soundness(live.generation())).isNotEqualTo(Soundness.FILLING);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void aNodeThatRebuildsIsNoOtherNode(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            assertThat(rebuilds.start()).isPresent();
            processor.arrived.await();

            assertThat(rebuilds.ofOthers().claimant()).isEmpty();
            assertThat(rebuilds.ofOthers().running()).isEmpty();
            assertThat(generations.note().orElseThrow().isHeld()).isTrue();

            processor.released.countDown();
            rebuilds.join();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void whatRunsOnAnotherNodeIsKnownRatherThanWhatIsOverHere(Builds builds) throws Exception {
        try (Rebuilds rebuilds = rebuilds(builds)) {
            processor.released.countDown();
            assertThat(rebuilds.start()).isPresent();
            rebuilds.join();
            try (Generations.Claim claim = generations.claim("another node").orElseThrow()) {
                claim.leave(OF_ANOTHER_NODE);

                assertThat(rebuilds.known().orElseThrow().state()).isEqualTo(State.BUILDING);
            }
        }
    }

    private static State state(Rebuilds rebuilds) {
        return rebuilds.latest().orElseThrow().state();
    }
}
