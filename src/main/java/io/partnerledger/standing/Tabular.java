package io.partnerledger.standing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is a list at heart. As JSON it is what its record says; as CSV and NDJSON it is its {@code rows}, one a
 * line, each a record.
 */
public interface Tabular<R> {

    /** The rows, in the order of the answer. */
    List<R> rows();

    /** The position of the log that the list reflects; null where it is not of the log. */
    default @Nullable Long reflects() {
        return null;
    }

    /** What the answer says beside its rows, by name: how many of each; CSV and NDJSON have only the rows. */
    default Map<String, Integer> beside() {
        return Map.of();
    }

    /** The {@code cursor} of the part of the list after this one; null at its end, or where the list is whole. */
    default @Nullable String next() {
        return null;
    }
}
