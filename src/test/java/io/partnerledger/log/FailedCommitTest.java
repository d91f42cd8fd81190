package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.partnerledger.log.FailingStore.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A commit that fails is never taken for one that succeeded. */
class FailedCommitTest extends OnEitherDatabase {

    private static final Instant NEXT_DAY = Instant.parse("2026-01-03T00:00:00Z");

    private FailingStore store;

    @BeforeEach
    void fails() throws Exception {
        log.close();
        store = new FailingStore(database.open(folder));
        log = EventLog.open(store, clock, LogOptions.defaults());
        log.append(Notes.append("first", 0));
    }

    @Test
    void whatWasStoredAllTheSameIsFoundAndBuiltUpon() {
        store.next(Fault.STORED_BUT_UNKNOWN);

        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> log.append(Notes.append("a", 0)));

        assertThat(log.append(Notes.append("b", 0)).firstPosition()).isEqualTo(2);
        assertThat(log.head()).isEqualTo(2);
        assertThat(log.stream("a")).hasSize(1);
    }

    @Test
    void whoFollowsIsToldOfWhatWasStoredAllTheSame() {
        Semaphore calls = new Semaphore(0);
        log.onCommit(calls::release);
        store.next(Fault.STORED_BUT_UNKNOWN);

        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> log.append(Notes.append("a", 0)));
        assertThatExceptionOfType(StreamConflict.class).isThrownBy(() -> log.append(Notes.append("a", 0)));

        assertThat(calls.tryAcquire()).isTrue();
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void whatWasLostLeavesNoGap() {
        store.next(Fault.LOST_AND_UNKNOWN);

        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> log.append(Notes.append("a", 0)));

        assertThat(log.append(Notes.append("b", 0)).firstPosition()).isEqualTo(1);
        assertThat(log.stream("a")).isEmpty();
    }

    @Test
    void theKeyTellsWhatBecameOfAnUnknownAppend() {
        UniqueKey key = UniqueKey.once("idempotency", "k", "digest");
        store.next(Fault.STORED_BUT_UNKNOWN);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> log.append(Notes.append("a", 0, key)));

        assertThatExceptionOfType(KeyConflict.class)
                .isThrownBy(() -> log.append(Notes.append("a", 0, key)))
                .satisfies(conflict -> assertThat(conflict.taken().position()).isEqualTo(1));
    }

    @Test
    void whoeverIsToldThatNothingWasStoredMayTryAgain() {
        store.next(Fault.NOTHING_STORED);

        assertThatExceptionOfType(LogUnavailable.class).isThrownBy(() -> log.append(Notes.append("a", 0)));
        assertThat(log.append(Notes.append("a", 0)).firstPosition()).isEqualTo(1);
    }

    @Test
    void thatAppendsFailIsToldUntilOneIsStored() {
        assertThat(log.failing()).isEmpty();
        store.next(Fault.NOTHING_STORED);
        store.cannotReopen(true);
        assertThatExceptionOfType(LogUnavailable.class).isThrownBy(() -> log.append(Notes.append("a", 0)));
        assertThat(log.failing().orElseThrow().message()).contains("told to fail");

        clock.set(NEXT_DAY);
        assertThatExceptionOfType(LogUnavailable.class).isThrownBy(() -> log.append(Notes.append("a", 0)));
        assertThat(log.failing().orElseThrow().at()).isEqualTo(NEXT_DAY);

        store.cannotReopen(false);
        log.append(Notes.append("a", 0));
        assertThat(log.failing()).isEmpty();
    }

    /** Nothing of the log's: the next one may be stored. */
    @Test
    void thatOneAppendIsRefusedTellsNothing() {
        store.refuse("poisoned");
        assertThatExceptionOfType(Unstorable.class).isThrownBy(() -> log.append(Notes.append("poisoned", 0)));
        assertThatExceptionOfType(StreamConflict.class).isThrownBy(() -> log.append(Notes.append("first", 0)));
        assertThat(log.failing()).isEmpty();
    }

    @Test
    void aFailureThatGoesOnIsSaidOnce() {
        List<String> said = new ArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord line) {
                said.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(GroupWriter.class.getName());
        logger.addHandler(listening);
        try {
            failThrice();
            assertThat(said).singleElement(STRING).contains("NOTHING_STORED", "told to fail");
            log.append(Notes.append("a", 0));
            failThrice();
            assertThat(said).hasSize(2);
        } finally {
            logger.removeHandler(listening);
        }
    }

    private void failThrice() {
        for (int i = 0; i < 3; i++) {
            store.next(Fault.NOTHING_STORED);
            assertThatExceptionOfType(LogUnavailable.class).isThrownBy(() -> log.append(Notes.append("b", 0)));
        }
    }

    @Test
    void nothingIsAppendedUntilTheStoreIsOpenAgain() {
        store.next(Fault.LOST_AND_UNKNOWN);
        store.cannotReopen(true);

        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> log.append(Notes.append("a", 0)));
        assertThatExceptionOfType(LogUnavailable.class).isThrownBy(() -> log.append(Notes.append("b", 0)));

        store.cannotReopen(false);
        assertThat(log.append(Notes.append("b", 0)).firstPosition()).isEqualTo(1);
    }

    @Test
    void aFailedDiskEndsWritingButNotReading() {
        store.next(Fault.DISK_FAILED);

        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> log.append(Notes.append("a", 0)));
        assertThatExceptionOfType(LogReadOnly.class).isThrownBy(() -> log.append(Notes.append("a", 0)));
        assertThatExceptionOfType(LogReadOnly.class)
                .isThrownBy(() -> log.appendAll(List.<Recorded>of().iterator()));
        assertThat(log.readOnly()).isPresent();
        assertThat(log.read(-1, 10)).hasSize(1);
    }

    @Test
    void aBugInTheWriterEndsNoThread() {
        store.next(Fault.BUG);

        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> log.append(Notes.append("a", 0)));
        assertThat(log.append(Notes.append("b", 0)).firstPosition()).isEqualTo(1);
    }

    /** Loading is the writer's thread's in any case. */
    @Test
    void anErrorInTheWriterEndsNoThread() {
        store.next(Fault.ERROR);
        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> log.appendAll(List.<Recorded>of().iterator()));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> log.appendAll(List.<Recorded>of().iterator()))
                .withMessageContaining("Only an empty log");
    }

    @Test
    void whatTheDatabaseRefusesFailsAlone() throws Exception {
        store.refuse("poison");
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Appended>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String stream = i % 10 == 0 ? "poison" : "s" + i;
                answers.add(executor.submit(() -> {
                    start.await();
                    return log.append(Notes.append(stream, 0));
                }));
            }
            start.countDown();
            for (int i = 0; i < 100; i++) {
                Future<Appended> answer = answers.get(i);
                if (i % 10 == 0) {
                    assertThat(answer)
                            .failsWithin(Duration.ofMinutes(1))
                            .withThrowableThat()
                            .withCauseInstanceOf(Unstorable.class);
                } else {
                    assertThat(answer).succeedsWithin(Duration.ofMinutes(1));
                }
            }
        }
        assertThat(log.head()).isEqualTo(90);
    }
}
