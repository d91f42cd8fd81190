package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Appends that share a commit, in an order that is known. */
class GroupTest extends OnEitherDatabase {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private LogStore store;

    @BeforeEach
    void takesTheStore() throws Exception {
        log.close();
        store = database.open(folder);
    }

    @AfterEach
    void closesTheStore() {
        store.close();
    }

    private List<Verdict> commit(Append... group) throws GroupFailed {
        return store.commit(List.of(group), () -> NOW, -1);
    }

    private static Verdict stored(long first, long last) {
        return new Verdict.Stored(new Appended(first, last, NOW));
    }

    private static Class<?> conflictOf(Verdict verdict) {
        return ((Verdict.Refused) verdict).conflict().getClass();
    }

    @Test
    void anAppendThatConflictsWithAnEarlierOneOfItsGroupIsUndoneAlone() throws Exception {
        UniqueKey key = UniqueKey.once("k", "half", "o");
        Append half = new Append(List.of(Notes.event("half", 0), Notes.event("a", 0)), List.of(key));

        List<Verdict> verdicts = commit(Notes.stream("a", 2), half, Notes.append("b", 0, key));

        assertThat(verdicts.get(0)).isEqualTo(stored(0, 1));
        assertThat(conflictOf(verdicts.get(1))).isEqualTo(StreamConflict.class);
        assertThat(verdicts.get(2)).isEqualTo(stored(2, 2));
        assertThat(store.read(-1, 10)).extracting(StoredEvent::stream).containsExactly("a", "a", "b");
        assertThat(store.key("k", "half").orElseThrow().position()).isEqualTo(2);
        assertThat(store.head()).isEqualTo(2);
    }

    @Test
    void keysAndIdsOfEarlierAppendsOfTheGroupAreTaken() throws Exception {
        List<Verdict> verdicts = commit(
                new Append(List.of(Notes.event("id", "a", 0)), List.of(UniqueKey.once("k", "1", "o"))),
                new Append(List.of(Notes.event("id", "b", 0))),
                Notes.append("c", 0, UniqueKey.once("k", "1", "o")),
                Notes.append("d", 0, UniqueKey.shared("n", "1", "o")),
                Notes.append("e", 0, UniqueKey.shared("n", "1", "o")),
                Notes.append("f", 0, UniqueKey.shared("n", "1", "p")));

        assertThat(conflictOf(verdicts.get(1))).isEqualTo(EventIdConflict.class);
        assertThat(conflictOf(verdicts.get(2))).isEqualTo(KeyConflict.class);
        assertThat(verdicts.get(3)).isEqualTo(stored(1, 1));
        assertThat(verdicts.get(4)).isEqualTo(stored(2, 2));
        assertThat(conflictOf(verdicts.get(5))).isEqualTo(KeyConflict.class);
        assertThat(store.key("n", "1").orElseThrow().position()).isEqualTo(1);
        assertThat(store.head()).isEqualTo(2);
    }

    @Test
    void aGroupOfConflictsAloneChangesNothing() throws Exception {
        commit(Notes.append("a", 0));

        List<Verdict> verdicts = commit(Notes.append("a", 0), Notes.stream("a", 3));

        assertThat(verdicts)
                .allSatisfy(verdict -> assertThat(conflictOf(verdict)).isEqualTo(StreamConflict.class));
        assertThat(commit(Notes.append("a", 1))).containsExactly(stored(1, 1));
    }

    @Test
    void aLoneEventThatIsTakenLeavesNoGapAndItsNeighboursAlone() throws Exception {
        commit(Notes.append("a", 0));

        List<Verdict> verdicts = commit(Notes.append("b", 0), Notes.append("a", 0), Notes.append("c", 0));

        assertThat(verdicts.get(0)).isEqualTo(stored(1, 1));
        assertThat(conflictOf(verdicts.get(1))).isEqualTo(StreamConflict.class);
        assertThat(verdicts.get(2)).isEqualTo(stored(2, 2));
        assertThat(store.read(-1, 10)).extracting(StoredEvent::stream).containsExactly("a", "b", "c");
    }

    @Test
    void aGroupOfLoneEventsIsStoredInItsOrder() throws Exception {
        assertThat(commit(Notes.append("b", 0), Notes.append("a", 0), Notes.append("b", 1)))
                .containsExactly(stored(0, 0), stored(1, 1), stored(2, 2));
        assertThat(store.read(-1, 10)).extracting(StoredEvent::stream).containsExactly("b", "a", "b");
    }
}
