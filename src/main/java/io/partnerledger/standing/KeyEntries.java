package io.partnerledger.standing;

import java.nio.ByteBuffer;

/**
 * Which keys come with which events, each in one number that sorts by key, then event: the digest of the key, then the
 * position, 32 bits each.
 */
final class KeyEntries {

    /** Who holds entries back writes them once there are so many, which takes eight megabytes. */
    static final int MOST_HELD = 1_000_000;

    static final long LAST_POSITION = 0xffff_ffffL;

    private final Numbers entries = new Numbers();

    /** @param keys of each key the digest and the position, in turn */
    void add(Numbers keys) {
        for (int i = 0; i < keys.size(); i += 2) {
            long position = keys.get(i + 1);
            if (position > LAST_POSITION) {
                throw new IllegalStateException("A build has no room for position " + position);
            }
            entries.add(keys.get(i) << Integer.SIZE | position);
        }
    }

    void sort() {
        entries.sort();
    }

    int size() {
        return entries.size();
    }

    long get(int index) {
        return entries.get(index);
    }

    byte[] bytes(int from, int to) {
        ByteBuffer bytes = ByteBuffer.allocate((to - from) * Long.BYTES);
        for (int i = from; i < to; i++) {
            bytes.putLong(entries.get(i));
        }
        return bytes.array();
    }

    void clear() {
        entries.clear();
    }
}
