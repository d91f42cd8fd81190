package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Things that are made ahead of who takes them. */
class ReadAheadTest {

    private static final int MANY = 100_000;

    @Test
    void aFewAreMadeAheadAndNoMore() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        ReadAhead.Source<Integer> source = () -> {
            int number = asked.getAndIncrement();
            return number < MANY ? () -> number : null;
        };
        try (ReadAhead<Integer> ahead = new ReadAhead<>("test-ahead", source)) {
            assertThat(ahead.next()).isZero();
            assertThat(asked).hasValueLessThanOrEqualTo(2 * Runtime.getRuntime().availableProcessors());
        }
    }
}
