package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A scan hands over the log in order, each event once, whatever is appended meanwhile. */
class ScanTest extends OnEitherDatabase {

    private static final int PAGE = 7;

    private List<Long> positionsAfter(long after) throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        try (Scan<List<Long>> scan = scan(after)) {
            for (List<Long> page = scan.next(); page != null; page = scan.next()) {
                positions.addAll(page);
            }
        }
        return positions;
    }

    private Scan<List<Long>> scan(long after) {
        return new Scan<>(
                log,
                after,
                PAGE,
                page -> page.stream().map(StoredEvent::position).toList());
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void everyEventComesOnceAndInOrder() throws Exception {
        assertThat(positionsAfter(-1)).isEmpty();
        log.append(Notes.stream("a", 100));

        assertThat(positionsAfter(-1)).isEqualTo(range(0, 99));
        assertThat(positionsAfter(40)).isEqualTo(range(41, 99));
        assertThat(positionsAfter(98)).containsExactly(99L);
        assertThat(positionsAfter(99)).isEmpty();
        assertThat(positionsAfter(500)).isEmpty();
    }

    @Test
    void whatIsAppendedMeanwhileIsNotInIt() throws Exception {
        log.append(Notes.stream("a", 50));
        List<Long> positions = new ArrayList<>();
        try (Scan<List<Long>> scan = scan(-1)) {
            log.append(Notes.stream("b", 50));
            for (List<Long> page = scan.next(); page != null; page = scan.next()) {
                positions.addAll(page);
            }
        }

        assertThat(positions).isEqualTo(range(0, 49));
        assertThat(positionsAfter(49)).isEqualTo(range(50, 99));
    }

    @Test
    void aPageThatCannotBeReadFailsAfterThoseBeforeIt() throws Exception {
        log.append(Notes.stream("a", 30));
        try (Scan<Long> scan = new Scan<>(log, -1, PAGE, page -> {
            if (page.getLast().position() > 20) {
                throw new IllegalStateException("unreadable");
            }
            return page.getLast().position();
        })) {
            assertThat(List.of(scan.next(), scan.next(), scan.next())).containsExactly(6L, 13L, 20L);
            assertThatIllegalStateException().isThrownBy(scan::next).withMessage("unreadable");
        }
    }

    /** A page of large events comes in parts, so that memory is bounded whatever was recorded. */
    @Test
    void ofLargeEventsLessIsReadAtOnce() throws Exception {
        for (int i = 0; i < 6; i++) {
            log.append(new Append(List.of(Notes.large("large" + i, JdbcLogStore.MOST_BYTES / 3))));
        }

        assertThat(log.read(-1, 10)).hasSize(3);
        assertThat(log.contents(-1, 10)).hasSize(3);
        assertThat(log.read(3, 10)).hasSize(2);
        assertThat(positionsAfter(-1)).isEqualTo(range(0, 5));
        try (Scan<Long> scan = Scan.ofContents(log, -1, PAGE, (first, page) -> first + 100L * page.size())) {
            assertThat(List.of(scan.next(), scan.next())).containsExactly(300L, 303L);
            assertThat(scan.next()).isNull();
        }
    }
}
