package io.partnerledger.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The newest events that this process appended, so that who follows the log closely asks no database and reads no bytes
 * for them. What is in here was committed, and an event never changes. Large events are left out: memory is bounded.
 */
final class RecentEvents {

    private static final int KEPT = 1024;
    private static final int LARGEST = 16_384;

    /** An event, and what its bytes were made of if that is at hand. */
    record Recent(StoredEvent event, @Nullable Object payload) {}

    private final AtomicReferenceArray<@Nullable Recent> ring = new AtomicReferenceArray<>(KEPT);

    /** Takes up what an append stored. */
    void add(Append append, Appended appended) {
        long position = appended.firstPosition();
        for (NewEvent event : append.events()) {
            if (event.data().length <= LARGEST) {
                ring.setRelease(
                        (int) (position % KEPT),
                        new Recent(
                                new StoredEvent(
                                        position,
                                        event.id(),
                                        event.stream(),
                                        event.sequence(),
                                        event.type(),
                                        event.revision(),
                                        appended.recordedAt(),
                                        event.metadata(),
                                        event.data()),
                                event.payload()));
            }
            position++;
        }
    }

    /** Those that follow a position without a gap, up to a limit; none if the next one is not at hand. */
    List<Recent> after(long position, int limit) {
        List<Recent> found = new ArrayList<>();
        long next = position + 1;
        Recent recent = ring.getAcquire((int) (next % KEPT));
        while (recent != null && recent.event.position() == next && found.size() < limit) {
            found.add(recent);
            recent = ring.getAcquire((int) (++next % KEPT));
        }
        return found;
    }
}
