package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a caller may rely on. */
class LogTest extends OnEitherDatabase {

    @Test
    void anEmptyLogEndsBeforeItsFirstPosition() {
        assertThat(log.head()).isEqualTo(-1);
        assertThat(log.read(-1, 10)).isEmpty();
        assertThat(log.find(0)).isEmpty();
        assertThat(log.stream("a")).isEmpty();
        assertThat(log.positionAt(Instant.MAX)).isEqualTo(-1);
    }

    @Test
    void whatIsAppendedIsReadBackAsItWas() {
        NewEvent event = Notes.event("a", 0);

        Appended appended = log.append(new Append(List.of(event)));

        assertThat(appended).isEqualTo(new Appended(0, 0, clock.instant()));
        StoredEvent stored = log.find(0).orElseThrow();
        assertThat(stored.id()).isEqualTo(event.id());
        assertThat(stored.stream()).isEqualTo("a");
        assertThat(stored.sequence()).isZero();
        assertThat(stored.type()).isEqualTo("note.taken");
        assertThat(stored.revision()).isEqualTo(1);
        assertThat(stored.recordedAt()).isEqualTo(clock.instant());
        assertThat(stored.metadata()).isEqualTo("{\"actor\":\"ann\"}");
        assertThat(stored.data()).isEqualTo(event.data());
    }

    @Test
    void theLongestUniqueTextsAreStoredThoughNothingMakesThemShorter() {
        String longest = new Random(1)
                .ints(0x4E00, 0x9FFF)
                .limit(833)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        log.append(new Append(
                List.of(Notes.event(longest, longest, 0)),
                List.of(UniqueKey.once("organization-name", longest, "owner"))));

        assertThat(log.find(longest)).isPresent();
        assertThat(log.stream(longest)).hasSize(1);
        assertThat(log.key("organization-name", longest)).isPresent();
    }

    @Test
    void theEventsOfAnAppendFollowEachOther() {
        log.append(Notes.append("a", 0));

        Appended appended = log.append(Notes.stream("b", 3));

        assertThat(appended.firstPosition()).isEqualTo(1);
        assertThat(appended.lastPosition()).isEqualTo(3);
        assertThat(log.stream("b")).extracting(StoredEvent::position).containsExactly(1L, 2L, 3L);
        assertThat(log.stream("b", 1)).extracting(StoredEvent::sequence).containsExactly(1L, 2L);
        assertThat(log.lastSequence("b")).hasValue(2);
        assertThat(log.lastSequence("c")).isEmpty();
    }

    @Test
    void aPageEndsAtItsLimit() {
        log.append(Notes.stream("a", 5));

        assertThat(log.read(-1, 2)).extracting(StoredEvent::position).containsExactly(0L, 1L);
        assertThat(log.read(1, 2)).extracting(StoredEvent::position).containsExactly(2L, 3L);
        assertThat(log.read(3, 2)).extracting(StoredEvent::position).containsExactly(4L);
        assertThat(log.read(4, 2)).isEmpty();
    }

    @Test
    void aTakenPlaceInAStreamIsAConflictAndBurnsNoPosition() {
        log.append(Notes.append("a", 0));

        assertThatExceptionOfType(StreamConflict.class)
                .isThrownBy(() -> log.append(Notes.append("a", 0)))
                .satisfies(conflict -> assertThat(conflict.stream()).isEqualTo("a"))
                .satisfies(conflict -> assertThat(conflict.sequence()).isZero());

        assertThat(log.append(Notes.append("a", 1)).firstPosition()).isEqualTo(1);
    }

    @Test
    void aTakenEventIdIsAConflict() {
        log.append(new Append(List.of(Notes.event("id-1", "a", 0))));

        assertThatExceptionOfType(EventIdConflict.class)
                .isThrownBy(() -> log.append(new Append(List.of(Notes.event("id-1", "b", 0)))))
                .satisfies(conflict -> assertThat(conflict.id()).isEqualTo("id-1"));
        assertThat(log.head()).isZero();
    }

    @Test
    void aConflictUndoesTheWholeAppend() {
        log.append(Notes.append("b", 0));
        var events = List.of(Notes.event("a", 0), Notes.event("b", 0));

        assertThatExceptionOfType(StreamConflict.class)
                .isThrownBy(() -> log.append(new Append(events, List.of(UniqueKey.once("idempotency", "k", "d")))));

        assertThat(log.head()).isZero();
        assertThat(log.stream("a")).isEmpty();
        assertThat(log.key("idempotency", "k")).isEmpty();
    }

    @Test
    void anAppendThatConflictsWithItselfIsRefused() {
        var events = List.of(Notes.event("a", 0), Notes.event("a", 0));

        assertThatExceptionOfType(StreamConflict.class).isThrownBy(() -> log.append(new Append(events)));
        assertThat(log.head()).isEqualTo(-1);
    }

    @Test
    void aKeyIsTakenOnceAndNamesTheLastPositionOfItsAppend() {
        UniqueKey key = UniqueKey.once("idempotency", "k", "digest");
        log.append(new Append(Notes.stream("a", 3).events(), List.of(key)));

        assertThat(log.key("idempotency", "k")).contains(new StoredKey("idempotency", "k", "digest", 2));
        assertThatExceptionOfType(KeyConflict.class)
                .isThrownBy(() -> log.append(Notes.append("b", 0, key)))
                .satisfies(conflict ->
                        assertThat(conflict.taken()).isEqualTo(new StoredKey("idempotency", "k", "digest", 2)));
        assertThat(log.stream("b")).isEmpty();
    }

    @Test
    void aSharedKeyPassesForItsOwnerOnly() {
        log.append(Notes.append("a", 0, UniqueKey.shared("organization-name", "acme", "acme-corp")));

        log.append(Notes.append("a", 1, UniqueKey.shared("organization-name", "acme", "acme-corp")));
        assertThatExceptionOfType(KeyConflict.class)
                .isThrownBy(
                        () -> log.append(Notes.append("b", 0, UniqueKey.shared("organization-name", "acme", "other"))))
                .satisfies(conflict -> assertThat(conflict.taken().owner()).isEqualTo("acme-corp"));

        assertThat(log.key("organization-name", "acme").orElseThrow().position())
                .isZero();
    }

    @Test
    void theSameKeyInAnotherScopeIsAnotherKey() {
        log.append(Notes.append("a", 0, UniqueKey.once("one", "k", "o")));

        assertThat(log.append(Notes.append("b", 0, UniqueKey.once("two", "k", "o")))
                        .lastPosition())
                .isEqualTo(1);
    }

    @Test
    void aKeyGivenTwiceInOneAppendConflictsUnlessShared() {
        UniqueKey once = UniqueKey.once("idempotency", "k", "d");
        UniqueKey shared = UniqueKey.shared("organization-name", "n", "o");

        assertThatExceptionOfType(KeyConflict.class).isThrownBy(() -> log.append(Notes.append("a", 0, once, once)));
        assertThat(log.append(Notes.append("a", 0, shared, shared)).lastPosition())
                .isZero();
    }

    @Test
    void recordedTimeNeverDecreases() {
        Instant first = clock.instant();
        log.append(Notes.append("a", 0));
        clock.set(first.minusSeconds(3600));
        log.append(Notes.append("a", 1));
        clock.set(first.plusNanos(1500));
        log.append(Notes.append("a", 2));

        assertThat(log.stream("a"))
                .extracting(StoredEvent::recordedAt)
                .containsExactly(first, first, first.plusNanos(1000));
    }

    @Test
    void recordedTimeDoesNotDecreaseWhenTheLogIsOpenedAgain() throws Exception {
        Instant first = clock.instant();
        log.append(Notes.append("a", 0));
        clock.set(first.minusSeconds(1));
        reopen();

        assertThat(log.append(Notes.append("a", 1)).recordedAt()).isEqualTo(first);
    }

    @Test
    void anInstantIsAPrefixOfTheLog() {
        Instant start = clock.instant();
        for (int i = 0; i < 20; i++) {
            clock.set(start.plusSeconds(i / 2));
            log.append(Notes.append("a", i));
        }

        assertThat(log.positionAt(start.minusNanos(1000))).isEqualTo(-1);
        assertThat(log.positionAt(start)).isEqualTo(1);
        assertThat(log.positionAt(start.plusSeconds(4).minusNanos(1))).isEqualTo(7);
        assertThat(log.positionAt(start.plusSeconds(4))).isEqualTo(9);
        assertThat(log.positionAt(start.plusSeconds(100))).isEqualTo(19);
    }

    @Test
    void everythingIsThereAfterTheLogIsOpenedAgain() throws Exception {
        log.append(Notes.stream("a", 3));
        log.append(Notes.append("b", 0, UniqueKey.once("idempotency", "k", "d")));
        reopen();

        assertThat(log.head()).isEqualTo(3);
        assertThat(log.stream("a")).extracting(StoredEvent::sequence).containsExactly(0L, 1L, 2L);
        assertThatExceptionOfType(KeyConflict.class)
                .isThrownBy(() -> log.append(Notes.append("c", 0, UniqueKey.once("idempotency", "k", "d"))));
        assertThat(log.append(Notes.append("b", 1)).firstPosition()).isEqualTo(4);
    }

    @Test
    void whoWaitsForAPositionIsWokenByItsCommit() throws Exception {
        assertThat(log.awaitBeyond(-1, Duration.ZERO, () -> false)).isFalse();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                log.awaitBeyond(0, Duration.ofMinutes(1), () -> false);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });

        log.append(Notes.append("a", 0));
        log.append(Notes.append("a", 1));

        assertThat(waiting.join(Duration.ofSeconds(20))).isTrue();
        assertThat(log.awaitBeyond(0, Duration.ZERO, () -> false)).isTrue();
    }

    @Test
    void aClosedLogRefusesAppends() {
        log.close();

        assertThatExceptionOfType(LogUnavailable.class).isThrownBy(() -> log.append(Notes.append("a", 0)));
    }

    @Test
    void positionsOfAllEventsAreConsecutive() {
        for (int i = 0; i < 50; i++) {
            log.append(Notes.stream("s" + i, 1 + i % 3));
        }

        assertThat(log.read(-1, 1000))
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, log.head()).boxed().toList());
    }
}
