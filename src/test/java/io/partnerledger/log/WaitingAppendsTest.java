package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Appends that arrive while a commit takes its time. */
class WaitingAppendsTest extends OnEitherDatabase {

    private static final int QUEUE = 4;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private FailingStore store;

    @BeforeEach
    void holds() throws Exception {
        holds(QUEUE);
    }

    /** Opens the log anew; a queue and a group are of so many appends. */
    private void holds(int most) throws Exception {
        log.close();
        store = new FailingStore(database.open(folder));
        LogOptions options = LogOptions.defaults().withQueue(most, Duration.ofMillis(50));
        log = EventLog.open(store, clock, options.withGroupSize(most));
        store.holdCommits();
    }

    @AfterEach
    void lets() {
        store.letCommitsThrough();
        callers.shutdownNow();
    }

    /**
     * More callers than the queue and a group drained from it hold; they wait, but for those that have been turned away.
     */
    private List<Future<Appended>> tooManyCallers() throws Exception {
        CountDownLatch turnedAway = new CountDownLatch(1);
        List<Future<Appended>> answers = new ArrayList<>();
        for (int i = 0; i < 4 * QUEUE; i++) {
            String stream = "s" + i;
            answers.add(callers.submit(() -> {
                try {
                    return log.append(Notes.append(stream, 0));
                } catch (LogUnavailable e) {
                    turnedAway.countDown();
                    throw e;
                }
            }));
        }
        turnedAway.await();
        return answers;
    }

    private static long successes(List<Future<Appended>> answers) throws Exception {
        long successes = 0;
        for (Future<Appended> answer : answers) {
            try {
                answer.get(30, TimeUnit.SECONDS);
                successes++;
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(LogUnavailable.class);
            }
        }
        return successes;
    }

    @Test
    void aFullQueueTurnsCallersAwayAndKeepsWhatItTook() throws Exception {
        List<Future<Appended>> answers = tooManyCallers();
        store.letCommitsThrough();

        long taken = successes(answers);
        assertThat(taken).isBetween((long) QUEUE, 4L * QUEUE - 1);
        assertThat(log.headOfAllNodes()).isEqualTo(taken - 1);
    }

    @Test
    void closingWritesWhatWasTaken() throws Exception {
        List<Future<Appended>> answers = tooManyCallers();
        Future<?> closing = callers.submit(() -> log.close());
        store.letCommitsThrough();

        closing.get();
        long taken = successes(answers);
        assertThat(taken).isGreaterThanOrEqualTo(QUEUE);
        log = EventLog.open(database.open(folder), clock, LogOptions.defaults());
        assertThat(log.head()).isEqualTo(taken - 1);
    }

    @Test
    void closingWritesTheGroupThatItComesWith() throws Exception {
        holds(64);
        List<Future<Appended>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String stream = "s" + i;
            answers.add(callers.submit(() -> log.append(Notes.append(stream, 0))));
            while (!store.holdsOne()) {
                Thread.onSpinWait();
            }
        }
        // Another may have been taken out of the queue already.
        while (log.figures().waiting() < 4) {
            Thread.onSpinWait();
        }
        Thread closing = Thread.ofPlatform().start(() -> log.close());
        while (closing.getState() != Thread.State.WAITING && closing.isAlive()) {
            Thread.onSpinWait();
        }
        assertThat(closing.isAlive()).as("waits for them").isTrue();
        store.letCommitsThrough();
        closing.join();

        long taken = successes(answers);
        assertThat(taken).isGreaterThanOrEqualTo(5);
        log = EventLog.open(database.open(folder), clock, LogOptions.defaults());
        assertThat(log.head()).isEqualTo(taken - 1);
    }

    @Test
    void anInterruptDoesNotHideThatAnAppendSucceeded() throws Exception {
        List<Appended> appended = new ArrayList<>();
        List<Boolean> interrupted = new ArrayList<>();
        Thread caller = Thread.ofPlatform().start(() -> {
            appended.add(log.append(Notes.append("a", 0)));
            interrupted.add(Thread.currentThread().isInterrupted());
        });
        while (caller.getState() != Thread.State.WAITING && caller.isAlive()) {
            Thread.onSpinWait();
        }
        caller.interrupt();
        store.letCommitsThrough();
        caller.join();

        assertThat(appended).hasSize(1);
        assertThat(interrupted).containsExactly(true);
    }

    @Test
    void anInterruptedCallerIsNotTaken() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(LogUnavailable.class).isThrownBy(() -> log.append(Notes.append("a", 0)));
        assertThat(Thread.interrupted()).isTrue();
        store.letCommitsThrough();
        log.append(Notes.append("b", 0));
        assertThat(log.stream("a")).isEmpty();
    }
}
