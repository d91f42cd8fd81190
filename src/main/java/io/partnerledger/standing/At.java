package io.partnerledger.standing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a question is asked about: {@code validAt}, the world as announced by that day (default today, UTC);
 * {@code asOf}, as the ledger knew it then, an ISO 8601 instant or {@code position:N} inclusive (default now);
 * {@code minPosition}, a position the view must have reached, for reading one's own write.
 */
public record At(
        @Nullable LocalDate validAt,
        @Nullable String asOf,
        @Nullable Long minPosition) {

    /** Today, as known now. */
    public static final At NOW = new At(null, null, null);

    public static At validAt(LocalDate day) {
        return new At(day, null, null);
    }

    public At asOfPosition(long position) {
        return new At(validAt, "position:" + position, minPosition);
    }
}
