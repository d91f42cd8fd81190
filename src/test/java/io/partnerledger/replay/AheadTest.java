package io.partnerledger.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Things that are made ahead of who takes them. */
class AheadTest {

    private static final int ALL = 100;

    private final AtomicInteger made = new AtomicInteger();
    private final AtomicReference<Thread> maker = new AtomicReference<>();

    private Integer make() {
        maker.set(Thread.currentThread());
        return made.incrementAndGet();
    }

    @Test
    void aFewAreMadeAndNoMoreUntilTheyAreTaken() throws Exception {
        try (Ahead<Integer> ahead = new Ahead<>("makes", 3, () -> made.get() < ALL ? make() : null)) {
            waitUntilItWaits();
            assertThat(made).as("three, and the one in hand").hasValue(4);

            for (int i = 1; i <= ALL; i++) {
                assertThat(ahead.take()).isEqualTo(i);
            }
            assertThat(ahead.take()).isNull();
        }
    }

    private void waitUntilItWaits() {
        Thread thread = maker.get();
        while (thread == null || (thread.isAlive() && thread.getState() != Thread.State.WAITING)) {
            Thread.onSpinWait();
            thread = maker.get();
        }
    }

    @Test
    void whatFailsFailsWhereItIsTaken() throws Exception {
        try (Ahead<Integer> ahead = new Ahead<>("makes", 3, () -> {
            if (made.get() == 1) {
                throw new IOException("gone");
            }
            return make();
        })) {
            assertThat(ahead.take()).isOne();
            assertThatIOException().isThrownBy(ahead::take).withMessage("gone");
        }
        try (Ahead<Integer> ahead = new Ahead<>("makes", 3, () -> {
            throw new StackOverflowError("too deep");
        })) {
            assertThatIllegalStateException().isThrownBy(ahead::take).withRootCauseInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void closingEndsTheThread() {
        try (Ahead<Integer> _ = new Ahead<>("makes", 3, this::make)) {
            waitUntilItWaits();
        }
        assertThat(maker.get().isAlive()).isFalse();
    }
}
