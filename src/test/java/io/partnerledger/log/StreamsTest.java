package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Many streams are read at once as each would be alone. */
class StreamsTest extends OnEitherDatabase {

    @Test
    void eachStreamIsWholeAndInOrder() {
        List<String> streams = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            streams.add("s" + i);
            log.append(Notes.stream("s" + i, 1 + i % 3));
        }
        log.append(Notes.append("s7", 2));
        Collections.reverse(streams);

        for (int asked : List.of(1, 2, 3, 255, 256, 257, 300)) {
            List<String> some = streams.subList(0, asked);
            List<StoredEvent> read = log.streams(some);
            assertThat(read)
                    .hasSize(some.stream()
                            .mapToInt(stream -> log.stream(stream).size())
                            .sum());
            for (String stream : some) {
                assertThat(read.stream()
                                .filter(event -> event.stream().equals(stream))
                                .map(StoredEvent::position))
                        .containsExactlyElementsOf(log.stream(stream).stream()
                                .map(StoredEvent::position)
                                .toList());
            }
        }
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        log.append(Notes.stream("a", 2));

        assertThat(log.streams(Set.of())).isEmpty();
        assertThat(log.streams(Set.of("b"))).isEmpty();
        assertThat(log.streams(List.of("b", "a", "c")))
                .extracting(StoredEvent::stream)
                .containsExactly("a", "a");
    }
}
