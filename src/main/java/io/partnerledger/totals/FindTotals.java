package io.partnerledger.totals;

import io.partnerledger.rates.Into;
import io.partnerledger.standing.At;
import org.jspecify.annotations.Nullable;

/** What money runs to and from this subject (null: between all), at a point in both times? Answered by {@link TotalsAnswer}. */
public record FindTotals(@Nullable String subject, At at, boolean explain, Into into) {

    /** The same in every deal's own currency. */
    public FindTotals(@Nullable String subject, At at, boolean explain) {
        this(subject, at, explain, Into.OWN);
    }
}
