package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.log.RecentEvents.Recent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final RecentEvents recent = new RecentEvents();

    private void add(long position, NewEvent event) {
        recent.add(new Append(List.of(event)), new Appended(position, position, NOW));
    }

    private List<Long> after(long position, int limit) {
        return recent.after(position, limit).stream()
                .map(Recent::event)
                .map(StoredEvent::position)
                .toList();
    }

    @Test
    void whatFollowsAPositionWithoutAGapIsAtHand() {
        for (long position = 5; position < 10; position++) {
            add(position, Notes.event("a", position));
        }

        assertThat(after(4, 100)).containsExactly(5L, 6L, 7L, 8L, 9L);
        assertThat(after(6, 2)).containsExactly(7L, 8L);
        assertThat(after(9, 100)).isEmpty();
    }

    @Test
    void whatCameBeforeIsNot() {
        for (long position = 0; position < 3000; position++) {
            add(position, Notes.event("a", position));
        }

        assertThat(after(-1, 10)).isEmpty();
        assertThat(after(2989, 100)).hasSize(10);
    }

    @Test
    void whatAnotherNodeAppendedEndsIt() {
        add(5, Notes.event("a", 0));
        add(7, Notes.event("a", 2));

        assertThat(after(4, 100)).containsExactly(5L);
        assertThat(after(5, 100)).isEmpty();
        assertThat(after(6, 100)).containsExactly(7L);
    }

    @Test
    void aLargeEventIsLeftOut() {
        add(0, new NewEvent("id", "a", 0, "note.taken", 1, EventMetadata.NONE, new byte[1 << 20]));

        assertThat(after(-1, 100)).isEmpty();
    }

    @Test
    void anEventIsToldAsItIsStored() {
        NewEvent event = Notes.event("id-1", "a", 0);
        add(0, event);

        assertThat(recent.after(-1, 1).getFirst().event())
                .isEqualTo(new StoredEvent(
                        0, "id-1", "a", 0, event.type(), event.revision(), NOW, event.metadata(), event.data()));
    }
}
