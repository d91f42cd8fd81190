package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogEventStreamTest extends OnEitherDatabase {

    private static final int PAGE = 3;

    private LogEventStore store() {
        return LogEventStore.on(new LogEventStorageEngine(
                log, new NoteCodec(), events -> List.of(), LogOptions.defaults().withPageSize(PAGE)));
    }

    private TrackingEventStream open(@Nullable TrackingToken token) {
        return store().openStream(token);
    }

    private static long positionOf(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }

    @Test
    void aStreamGoesOnAfterItsToken() throws Exception {
        log.append(Notes.stream("a", 8));

        try (TrackingEventStream all = open(null);
                TrackingEventStream rest = open(new GlobalSequenceTrackingToken(5));
                TrackingEventStream replay =
                        open(ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(7), null))) {
            for (int i = 0; i < 8; i++) {
                assertThat(all.peek())
                        .hasValueSatisfying(message -> assertThat(message).isNotNull());
                assertThat(positionOf(all.nextAvailable())).isEqualTo(i);
            }
            assertThat(all.hasNextAvailable()).isFalse();
            assertThat(all.peek()).isEmpty();
            assertThat(positionOf(rest.nextAvailable())).isEqualTo(6);
            assertThat(positionOf(replay.nextAvailable())).isZero();
        }
    }

    @Test
    void peekingTakesNothing() throws Exception {
        log.append(Notes.stream("a", 2));

        try (TrackingEventStream stream = open(null)) {
            TrackedEventMessage<?> peeked = stream.peek().orElseThrow();
            assertThat(stream.peek().orElseThrow()).isSameAs(peeked);
            assertThat(stream.nextAvailable()).isSameAs(peeked);
            assertThat(positionOf(stream.nextAvailable())).isEqualTo(1);
        }
    }

    @Test
    void theTokensOfTheStoreStandForItsEnds() throws Exception {
        log.append(Notes.stream("a", 3));

        try (TrackingEventStream fromTail = open(store().createTailToken());
                TrackingEventStream fromHead = open(store().createHeadToken())) {
            assertThat(positionOf(fromTail.nextAvailable())).isZero();
            assertThat(fromHead.hasNextAvailable()).isFalse();
            log.append(Notes.append("a", 3));
            assertThat(positionOf(fromHead.nextAvailable())).isEqualTo(3);
        }
    }

    @Test
    void aTokenOfAnotherKindOfStoreIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> open(GapAwareTrackingToken.newInstance(3, List.of())));
    }

    @Test
    void whoWaitsIsWokenByACommit() throws Exception {
        try (TrackingEventStream stream = open(null);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<TrackedEventMessage<?>> waiting = executor.submit(stream::nextAvailable);
            log.append(Notes.append("a", 0));

            assertThat(positionOf(waiting.get(30, TimeUnit.SECONDS))).isZero();
        }
    }

    @Test
    void whoWaitsIsLetGoWhenTheStreamIsClosed() throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            TrackingEventStream stream = open(null);
            Future<Boolean> waiting = executor.submit(() -> stream.hasNextAvailable(1, TimeUnit.HOURS));
            stream.close();

            assertThat(waiting.get(30, TimeUnit.SECONDS)).isFalse();
            assertThat(stream.peek()).isEmpty();
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(stream::nextAvailable);
        }
    }

    @Test
    void aCallbackIsCalledAtOnceAndOnEveryCommitUntilTheStreamIsClosed() throws Exception {
        Semaphore calls = new Semaphore(0);
        TrackingEventStream stream = open(null);

        assertThat(stream.setOnAvailableCallback(calls::release)).isTrue();
        assertThat(calls.tryAcquire()).isTrue();
        log.append(Notes.append("a", 0));
        assertThat(calls.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        stream.close();
        log.append(Notes.append("a", 1));
        log.append(Notes.append("a", 2));
        assertThat(calls.drainPermits()).isLessThanOrEqualTo(1);
    }

    @Test
    void aCallbackThatFailsHurtsNobody() throws Exception {
        TrackingEventStream failing = open(null);
        TrackingEventStream other = open(null);
        Semaphore calls = new Semaphore(0);
        log.onCommit(() -> {
            throw new IllegalStateException("gone");
        });
        other.setOnAvailableCallback(calls::release);
        calls.drainPermits();

        log.append(Notes.append("a", 0));

        assertThat(calls.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        assertThat(positionOf(failing.nextAvailable())).isZero();
        failing.close();
        other.close();
    }

    /** Reads only when called back, as Axon's coordinator does: one missed call and it would stand still. */
    @Test
    void whoReadsOnlyWhenCalledBackMissesNothing() throws Exception {
        int count = 400;
        List<Long> seen = new ArrayList<>();
        BlockingQueue<Boolean> wakeUps = new LinkedBlockingQueue<>();
        try (TrackingEventStream stream = open(null);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            stream.setOnAvailableCallback(() -> wakeUps.add(true));
            for (int caller = 0; caller < 4; caller++) {
                String name = "s" + caller;
                var _ = executor.submit(() -> {
                    for (int i = 0; i < count / 4; i++) {
                        log.append(Notes.append(name, i));
                    }
                    return true;
                });
            }
            while (seen.size() < count) {
                assertThat(wakeUps.poll(30, TimeUnit.SECONDS)).isTrue();
                while (stream.hasNextAvailable()) {
                    seen.add(positionOf(stream.nextAvailable()));
                }
            }
        }
        for (int i = 0; i < count; i++) {
            assertThat(seen.get(i)).isEqualTo(i);
        }
    }

    @Test
    void whatIsAtHandIsToldAsItIsReadBack() throws Exception {
        LogEventStore events = store();
        events.publish(new GenericDomainEventMessage<>("note", "a", 0, "first", Map.of("actor", "ann")));
        List<TrackedEventMessage<?>> atHand = all(events);
        reopen();
        List<TrackedEventMessage<?>> read = all(store());

        assertThat(atHand).hasSize(1);
        TrackedEventMessage<?> told = atHand.getFirst();
        TrackedEventMessage<?> readBack = read.getFirst();
        assertThat(told.getPayload()).isEqualTo(readBack.getPayload());
        assertThat(told.getMetaData()).isEqualTo(readBack.getMetaData());
        assertThat(told.getTimestamp()).isEqualTo(readBack.getTimestamp());
        assertThat(told.getIdentifier()).isEqualTo(readBack.getIdentifier());
        assertThat(told.trackingToken()).isEqualTo(readBack.trackingToken());
    }

    private static List<TrackedEventMessage<?>> all(LogEventStore events) throws InterruptedException {
        List<TrackedEventMessage<?>> all = new ArrayList<>();
        try (TrackingEventStream stream = events.openStream(null)) {
            while (stream.hasNextAvailable()) {
                all.add(stream.nextAvailable());
            }
        }
        return all;
    }
}
