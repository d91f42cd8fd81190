package io.partnerledger.standing;

import io.partnerledger.wire.Glance;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * As much of an event of an announcement as the standing table needs.
 *
 * @param digests those of the keys that the event's statements speak of, each once
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Glimpse(String announcement, boolean isFirst, int[] digests) {

    private static final class Found implements Glance.Finder {
        private int[] digests = new int[8];
        private int size;

        @Override
        public void organization(byte[] data, int from, int to) {
            add(StandingKeys.digestOfOrganization(data, from, to));
        }

        @Override
        public void deal(byte[] data, int from, int to) {
            add(StandingKeys.digestOfDeal(data, from, to));
        }

        private void add(int digest) {
            for (int i = 0; i < size; i++) {
                if (digests[i] == digest) {
                    return;
                }
            }
            if (size == digests.length) {
                digests = Arrays.copyOf(digests, 2 * size);
            }
            digests[size++] = digest;
        }
    }

    /** What the stored bytes of an event tell at a glance; null where they have to be decoded. */
    public static @Nullable Glimpse of(String type, int revision, byte[] data) {
        Found found = new Found();
        String announcement = Glance.at(type, revision, data, found);
        return announcement == null
                ? null
                : new Glimpse(announcement, Glance.isFirst(type), Arrays.copyOf(found.digests, found.size));
    }
}
