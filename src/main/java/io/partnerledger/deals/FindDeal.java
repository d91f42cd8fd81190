package io.partnerledger.deals;

import io.partnerledger.standing.At;

/** How does one deal stand? Answered by {@link DealsAnswer} with that deal alone, or none where it is not known. */
public record FindDeal(String deal, At at, boolean explain) {}
