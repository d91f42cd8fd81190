package io.partnerledger.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.partnerledger.log.LogUnavailable;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OneAfterAnotherTest {

    private final OneAfterAnother turns = new OneAfterAnother(Optional.empty());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    private Integer untilOver() {
        begun.countDown();
        try {
            over.await();
            return 1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks as one whose patience is at its end. */
    private static <T> T atOnce(Supplier<T> question) {
        Thread.currentThread().interrupt();
        try {
            return question.get();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void duringAnImportOthersMergeButNobodyImports() throws Exception {
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> turns.importing(this::untilOver));
        begun.await();

        assertThat(turns.judged(() -> 2)).isEqualTo(2);
        assertThatExceptionOfType(LogUnavailable.class)
                .isThrownBy(() -> atOnce(() -> turns.importing(() -> 3)))
                .withMessage("Nothing was stored: another import is under way. Ask again once it is over");
        assertThatExceptionOfType(LogUnavailable.class).isThrownBy(() -> atOnce(() -> turns.rehearsing(() -> 4)));

        over.countDown();
        assertThat(turns.importing(() -> 5) + first.join()).isEqualTo(6);
    }

    @Test
    void duringAMergeNobodyElseMerges() throws Exception {
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> turns.judged(this::untilOver));
        begun.await();

        assertThatExceptionOfType(LogUnavailable.class)
                .isThrownBy(() -> atOnce(() -> turns.judged(() -> 2)))
                .withMessageContaining("another link or merge")
                .withMessageContaining("Ask again once it is over");

        over.countDown();
        assertThat(turns.judged(() -> 3) + first.join()).isEqualTo(4);
    }
}
