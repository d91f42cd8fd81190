package io.partnerledger.standing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is a list at heart. As JSON it is what its record says; as CSV and NDJSON it is its {@code rows}, one a
 * line, each a record.
 */
public interface Tabular<R> {

    /** The rows, in the order of the answer. */
    List<R> rows();

    /** The {@code cursor} of the part of the list after this one; null at its end, or where the list is whole. */
    default @Nullable String next() {
        return null;
    }
}
