package io.partnerledger.deals;

import io.partnerledger.rates.Into;
import io.partnerledger.standing.At;
import org.jspecify.annotations.Nullable;

/** How do the deals of this subject (null: all deals) stand, at a point in both times? Answered by {@link DealsAnswer}. */
public record FindDeals(@Nullable String subject, At at, boolean explain, Into into) {

    /** The same in every deal's own currency. */
    public FindDeals(@Nullable String subject, At at, boolean explain) {
        this(subject, at, explain, Into.OWN);
    }
}
