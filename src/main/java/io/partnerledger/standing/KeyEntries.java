package io.partnerledger.standing;

import java.nio.ByteBuffer;

/**
 * Rows of keys, each in one number that sorts as the row does: the digest of the key, then the position, 32 bits each.
 */
final class KeyEntries {

    static final String TABLE = "announcement_key (key, from_position)";

    /** Who holds rows back writes them once there are so many, which takes eight megabytes. */
    static final int MOST_HELD = 1_000_000;

    private static final long LAST_POSITION = 0xffff_ffffL;

    private final Numbers entries = new Numbers();

    /** @param rows of each row the key and the position, in turn */
    void add(Numbers rows) {
        for (int i = 0; i < rows.size(); i += 2) {
            long position = rows.get(i + 1);
            if (position > LAST_POSITION) {
                throw new IllegalStateException("A build has no room for position " + position);
            }
            entries.add(rows.get(i) << Integer.SIZE | position);
        }
    }

    /** @param entry one of another list of these */
    void add(long entry) {
        entries.add(entry);
    }

    void sort() {
        entries.sort();
    }

    int size() {
        return entries.size();
    }

    byte[] bytes(int from, int to) {
        ByteBuffer bytes = ByteBuffer.allocate((to - from) * Long.BYTES);
        for (int i = from; i < to; i++) {
            bytes.putLong(entries.get(i));
        }
        return bytes.array();
    }

    /** The numbers of the rows, in turn. */
    long number(int index) {
        long entry = entries.get(index / 2);
        return index % 2 == 0 ? entry >> Integer.SIZE : entry & LAST_POSITION;
    }

    void clear() {
        entries.clear();
    }
}
