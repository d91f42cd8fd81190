package io.partnerledger.capacity;

import io.partnerledger.standing.At;
import org.jspecify.annotations.Nullable;

/** What capacity does this subject provide or use (null: everyone)? Answered by a {@link CapacityAnswer}. */
public record FindCapacity(@Nullable String subject, At at, boolean explain) {}
