package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is let in at the moment in which the log is closed comes behind the end, and nobody waits for it for ever. */
class LateAppendTest {

    @TempDir
    Path folder;

    /** Where somebody comes to wait the log is closed, and its thread meets the end and who waits behind it at once. */
    private static final class LateQueue extends ArrayBlockingQueue<Appender.Job> {

        private static final long serialVersionUID = 1L;

        private transient @Nullable Appender asked;

        private LateQueue() {
            super(2);
        }

        @Override
        public boolean offer(Appender.Job late, long timeout, TimeUnit unit) throws InterruptedException {
            Appender appender = Objects.requireNonNull(asked);
            Thread closing = Thread.ofPlatform().start(appender::close);
            while (isEmpty()) {
                Thread.onSpinWait();
            }
            boolean taken = super.offer(late, timeout, unit);
            appender.start();
            closing.join();
            return taken;
        }
    }

    @Test
    void whoComesBehindTheEndIsRefused() throws Exception {
        LogOptions options = LogOptions.defaults();
        LogStore store = SqliteLogStore.open(folder.resolve("ledger.db"), options);
        LateQueue queue = new LateQueue();
        Appender appender = new Appender(store, new HeadSignal(-1), InstantSource.system(), options, queue);
        queue.asked = appender;

        CompletableFuture<Long> answer = appender.load(Collections.emptyIterator());

        assertThat(answer.isDone()).isTrue();
        assertThatExceptionOfType(LogUnavailable.class)
                .isThrownBy(() -> {
                    throw answer.exceptionNow();
                })
                .withMessage("The log is closed");
        store.close();
    }
}
