package io.partnerledger.conflicts;

import io.partnerledger.standing.At;
import org.jspecify.annotations.Nullable;

/** What is told of this subject (null: of anyone) that cannot all hold? Answered by a {@link ConflictsAnswer}. */
public record FindConflicts(@Nullable String subject, At at) {}
