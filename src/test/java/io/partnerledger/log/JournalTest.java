package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filling an empty log with a journal. */
class JournalTest extends OnEitherDatabase {

    @Test
    void aJournalFillsAnEmptyLogAsItIs() throws Exception {
        Instant start = Instant.parse("2023-09-25T12:00:00.000001Z");
        UniqueKey shared = UniqueKey.shared("organization-name", "n", "o");
        List<Recorded> journal = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            journal.add(new Recorded(Notes.append("s" + i % 7, i / 7, shared), start.plusSeconds(i / 10)));
        }

        assertThat(log.appendAll(journal.iterator())).isEqualTo(2499);

        List<StoredEvent> stored = log.read(-1, 3000);
        assertThat(stored)
                .extracting(StoredEvent::id)
                .containsExactlyElementsOf(journal.stream()
                        .map(recorded -> recorded.append().events().getFirst().id())
                        .toList());
        assertThat(stored)
                .extracting(StoredEvent::recordedAt)
                .containsExactlyElementsOf(
                        journal.stream().map(Recorded::recordedAt).toList());
        assertThat(log.head()).isEqualTo(2499);
        assertThat(log.key("organization-name", "n").orElseThrow().position()).isZero();
        reopen();
        assertThat(log.append(Notes.append("t", 0)).firstPosition()).isEqualTo(2500);
    }

    @Test
    void aJournalThatConflictsWithItselfLeavesTheLogEmpty() {
        List<Recorded> journal = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            journal.add(new Recorded(Notes.append("a", Math.min(i, 1100)), clock.instant()));
        }

        assertThatExceptionOfType(StreamConflict.class).isThrownBy(() -> log.appendAll(journal.iterator()));
        assertThat(log.head()).isEqualTo(-1);
        assertThat(log.read(-1, 1)).isEmpty();
        assertThat(log.append(Notes.append("a", 0)).firstPosition()).isZero();
    }

    /** As many events as no database takes at once lie between the two. */
    @ParameterizedTest
    @ValueSource(ints = {1, 12_000})
    void whatIsTakenTwiceIsNamedHoweverFarApart(int apart) {
        UniqueKey once = UniqueKey.once("idempotency", "k", "digest");
        assertThatExceptionOfType(KeyConflict.class)
                .isThrownBy(() -> loadApart(apart, Notes.append("b", 0, once), Notes.append("b", 1, once)))
                .satisfies(conflict -> assertThat(conflict.taken().position()).isZero());
        assertThatExceptionOfType(KeyConflict.class)
                .isThrownBy(() -> loadApart(
                        apart,
                        Notes.append("b", 0, UniqueKey.shared("name", "n", "one")),
                        Notes.append("b", 1, UniqueKey.shared("name", "n", "other"))));
        assertThatExceptionOfType(EventIdConflict.class)
                .isThrownBy(() -> loadApart(
                        apart,
                        new Append(List.of(Notes.event("the (id)", "b", 0))),
                        new Append(List.of(Notes.event("the (id)", "b", 1)))))
                .withMessageContaining("the (id)");
        assertThatExceptionOfType(StreamConflict.class)
                .isThrownBy(() -> loadApart(apart, Notes.append("b, (1)", 3), Notes.append("b, (1)", 3)))
                .withMessageContaining("b, (1)");
        assertThat(log.read(-1, 1)).isEmpty();
        assertThat(log.key("name", "n")).isEmpty();
        assertThat(log.append(Notes.append("b", 0, once)).firstPosition()).isZero();
    }

    private void loadApart(int apart, Append first, Append second) {
        Stream<Append> between = IntStream.range(0, apart - 1).mapToObj(i -> Notes.append("a", i));
        log.appendAll(Stream.of(Stream.of(first), between, Stream.of(second))
                .flatMap(appends -> appends)
                .map(append -> new Recorded(append, clock.instant()))
                .iterator());
    }

    @Test
    void aJournalThatGoesBackInTimeLeavesTheLogEmpty() {
        Iterator<Recorded> journal = List.of(
                        new Recorded(Notes.append("a", 0), clock.instant()),
                        new Recorded(Notes.append("a", 1), clock.instant().minusSeconds(1)))
                .iterator();

        assertThatIllegalArgumentException().isThrownBy(() -> log.appendAll(journal));
        assertThat(log.read(-1, 1)).isEmpty();
        assertThat(log.append(Notes.append("a", 0)).firstPosition()).isZero();
    }

    @Test
    void aJournalThatCannotBeReadToItsEndLeavesTheLogEmpty() {
        Iterator<Recorded> journal = IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> {
                    if (i == 700) {
                        throw new IllegalStateException("torn");
                    }
                    return new Recorded(Notes.append("a", i), clock.instant());
                })
                .iterator();

        assertThatIllegalStateException()
                .isThrownBy(() -> log.appendAll(journal))
                .withMessage("torn");
        assertThat(log.read(-1, 1)).isEmpty();
    }

    @Test
    void onlyAnEmptyLogCanBeFilled() {
        log.append(Notes.append("a", 0));

        assertThatIllegalStateException()
                .isThrownBy(() -> log.appendAll(List.of(new Recorded(Notes.append("b", 0), clock.instant()))
                        .iterator()));
        assertThat(log.head()).isZero();
        assertThat(log.append(Notes.append("b", 0)).firstPosition()).isEqualTo(1);
    }
}
