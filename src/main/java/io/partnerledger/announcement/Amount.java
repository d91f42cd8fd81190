package io.partnerledger.announcement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Money as a source stated it, in units of an ISO 4217 currency. A {@code range} has {@code min} and {@code max}, an
 * {@code undisclosed} amount has neither (it is counted, never summed as zero), everything else a {@code value}.
 * {@code printed} keeps the source's own words. The decider holds these rules; a stored amount is never refused.
 */
public record Amount(
        Qualifier qualifier,
        @Nullable BigDecimal value,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable String currency,
        @Nullable String printed) {

    /** What the amount counts for: the value, the upper end of a range, or null where it is undisclosed. */
    public @Nullable BigDecimal counted() {
        return switch (qualifier) {
            case EXACT, UP_TO, AT_LEAST, APPROXIMATELY -> value;
            case RANGE -> max;
            case UNDISCLOSED -> null;
        };
    }
}
