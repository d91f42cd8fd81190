package io.partnerledger.standing;

import java.sql.SQLException;
import java.util.stream.IntStream;

/**
 * Makes rows of {@code key_block} of sorted {@linkplain KeyEntries entries}: one of all that have a key and a block of
 * positions in common. A name that is in much of the news is in a few rows, however often it is told.
 */
final class KeyBlocks {

    /** So many events are a block. Few enough that the row of a key which comes with all of them is written soon. */
    static final int EVENTS = 1024;

    private static final int BITS = Integer.numberOfTrailingZeros(EVENTS);
    private static final String[] PLACES =
            IntStream.range(0, EVENTS).mapToObj(Integer::toString).toArray(String[]::new);

    /** Where the rows go. */
    interface Rows {
        void add(int key, int block, String events) throws SQLException;
    }

    private final Rows rows;
    private final StringBuilder more = new StringBuilder();
    private long first;
    private boolean isOpen;

    KeyBlocks(Rows rows) {
        this.rows = rows;
    }

    /** Makes rows of all of some entries, which are sorted for it. */
    static void of(KeyEntries entries, Rows rows) throws SQLException {
        entries.sort();
        KeyBlocks blocks = new KeyBlocks(rows);
        for (int i = 0; i < entries.size(); i++) {
            blocks.add(entries.get(i));
        }
        blocks.finish();
    }

    /** Whether a block ends with a position. */
    static boolean isLast(long position) {
        return (position + 1) % EVENTS == 0;
    }

    /** Takes up the next entry. */
    void add(long entry) throws SQLException {
        if (isOpen && entry >> BITS == first >> BITS) {
            more.append(',').append(place(entry));
        } else {
            finish();
            first = entry;
            isOpen = true;
        }
    }

    /** Makes a row of what came last. */
    void finish() throws SQLException {
        if (isOpen) {
            String events = more.isEmpty() ? place(first) : place(first) + more;
            rows.add((int) (first >> Integer.SIZE), (int) ((first & KeyEntries.LAST_POSITION) >> BITS), events);
            more.setLength(0);
            isOpen = false;
        }
    }

    private static String place(long entry) {
        return PLACES[(int) entry & EVENTS - 1];
    }
}
