package io.partnerledger.history;

import io.partnerledger.standing.Tabular;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list; {@code next} is the cursor of the part after it, null at the end, and {@code position} the position
 * of the log that the list reflects.
 */
record Page<T>(List<T> items, @Nullable String next, long position) implements Tabular<T> {

    @Override
    public Long reflects() {
        return position;
    }

    @Override
    public List<T> rows() {
        return items;
    }
}
