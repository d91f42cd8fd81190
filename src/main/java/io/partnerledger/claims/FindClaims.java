package io.partnerledger.claims;

import io.partnerledger.standing.At;
import org.jspecify.annotations.Nullable;

/** How do the count claims about this subject (null: all) compare with the roster? Answered by {@link ClaimsAnswer}. */
public record FindClaims(@Nullable String subject, At at, boolean explain) {}
