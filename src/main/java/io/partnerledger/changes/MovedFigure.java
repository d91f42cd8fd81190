package io.partnerledger.changes;

import io.partnerledger.announcement.Instrument;
import io.partnerledger.standing.Cause;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of the totals that is another one at the end than at the beginning, 0 where there is no such row: the row
 * (from, to, instrument, currency), the field, and the parts of the difference, which add up to it. Money is in units
 * of the currency; {@code deals} and {@code undisclosedDeals} are counts.
 */
public record MovedFigure(
        String from,
        String to,
        Instrument instrument,
        String currency,
        String field,
        BigDecimal before,
        BigDecimal after,
        BigDecimal delta,
        List<Part> parts) {

    /** What one entry of the log, about an announcement or an organization (the other is null), moved the figure by. */
    public record Part(
            long position,
            @Nullable String announcement,
            @Nullable String organization,
            Cause cause,
            BigDecimal delta) {}
}
