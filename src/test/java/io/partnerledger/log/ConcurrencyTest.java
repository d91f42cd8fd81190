package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Many callers at once. */
class ConcurrencyTest extends OnEitherDatabase {

    private static final int CALLERS = 64;
    private static final int EACH = 25;

    /** What each of many callers, set off together, came to. */
    private static <T> List<T> together(int callers, Callable<T> call) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                answers.add(executor.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<T> all = new ArrayList<>();
            for (Future<T> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }

    private static String name() {
        return "s" + ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    }

    /** Follows the log to a position, as a projection does. */
    private Callable<List<Long>> followTo(int count) {
        return () -> {
            List<Long> seen = new ArrayList<>();
            while (seen.size() < count) {
                long last = seen.isEmpty() ? -1 : seen.getLast();
                if (!log.awaitBeyond(last, Duration.ofMinutes(1), () -> false)) {
                    break;
                }
                log.read(last, 100).forEach(event -> seen.add(event.position()));
            }
            return seen;
        };
    }

    @Test
    void aReaderThatFollowsSkipsAndRepeatsNothing() throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Long>> followed = executor.submit(followTo(CALLERS * EACH));
            List<List<Long>> acknowledged = together(CALLERS, () -> {
                List<Long> positions = new ArrayList<>();
                for (int i = 0; i < EACH; i++) {
                    positions.add(log.append(Notes.append(name(), 0)).firstPosition());
                }
                return positions;
            });

            assertThat(acknowledged)
                    .allSatisfy(positions -> assertThat(positions).isSorted());
            Set<Long> all = new HashSet<>();
            acknowledged.forEach(all::addAll);
            assertThat(all).hasSize(CALLERS * EACH);
            assertThat(log.head()).isEqualTo(CALLERS * EACH - 1);
            List<Long> seen = followed.get();
            assertThat(seen).hasSize(CALLERS * EACH);
            for (int i = 0; i < seen.size(); i++) {
                assertThat(seen.get(i)).isEqualTo(i);
            }
        }
    }

    @Test
    void oneCallerWinsAStreamAndTheOthersAreToldSo() throws Exception {
        for (int round = 0; round < 10; round++) {
            String stream = "s" + round;
            List<Boolean> won = together(CALLERS, () -> {
                try {
                    log.append(Notes.append(stream, 0));
                    return true;
                } catch (StreamConflict e) {
                    return false;
                }
            });
            assertThat(won).containsOnlyOnce(true);
        }
        assertThat(log.head()).isEqualTo(9);
    }

    @Test
    void oneCallerTakesAKeyAndItsEventIsTheOnlyOne() throws Exception {
        List<Boolean> won = together(CALLERS, () -> {
            try {
                log.append(Notes.append(name(), 0, UniqueKey.once("idempotency", "k", name())));
                return true;
            } catch (KeyConflict e) {
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
        assertThat(log.read(-1, 10)).hasSize(1);
    }

    @Test
    void aConflictFailsNoNeighbour() throws Exception {
        log.append(new Append(List.of(Notes.event("taken", "taken", 0)), List.of(UniqueKey.once("k", "taken", "o"))));

        List<String> outcomes = together(CALLERS * 4, () -> {
            String stream = name();
            switch (ThreadLocalRandom.current().nextInt(4)) {
                case 0 -> log.append(new Append(List.of(Notes.event(stream, 0), Notes.event(stream, 1))));
                case 1 -> {
                    return refused(new Append(List.of(Notes.event(stream, 0), Notes.event("taken", 0))), stream);
                }
                case 2 -> {
                    return refused(new Append(List.of(Notes.event("taken", stream, 0))), stream);
                }
                default -> {
                    return refused(Notes.append(stream, 0, UniqueKey.once("k", "taken", "p")), stream);
                }
            }
            return "stored";
        });

        assertThat(outcomes).containsOnly("stored", "refused");
        long stored = outcomes.stream().filter("stored"::equals).count();
        assertThat(log.head()).isEqualTo(2 * stored);
        assertThat(log.read(-1, 2000)).hasSize((int) (1 + 2 * stored));
    }

    private String refused(Append append, String stream) {
        try {
            log.append(append);
            return "stored against the rules";
        } catch (AppendConflict e) {
            return log.stream(stream).isEmpty() ? "refused" : "half stored";
        }
    }

    @Test
    void appendsOfManyEventsAreNeverInterleavedNorSeenInPart() throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Long>> followed = executor.submit(() -> {
                List<Long> heads = new ArrayList<>();
                long last = -1;
                while (last < CALLERS * 5 - 1) {
                    log.awaitBeyond(last, Duration.ofMinutes(1), () -> false);
                    last = log.read(last, 10_000).getLast().position();
                    heads.add(last);
                }
                return heads;
            });
            together(CALLERS, () -> log.append(Notes.stream(name(), 5)));

            assertThat(followed.get())
                    .allSatisfy(head -> assertThat((head + 1) % 5).isZero());
        }
        List<StoredEvent> events = log.read(-1, CALLERS * 5);
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).sequence()).isEqualTo(i % 5);
        }
    }
}
