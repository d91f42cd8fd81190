package io.partnerledger.deals;

import io.partnerledger.rates.Into;
import io.partnerledger.standing.At;

/** How does one deal stand? Answered by {@link DealsAnswer} with that deal alone, or none where it is not known. */
public record FindDeal(String deal, At at, boolean explain, Into into) {

    /** The same in the deal's own currency. */
    public FindDeal(String deal, At at, boolean explain) {
        this(deal, at, explain, Into.OWN);
    }
}
