package io.partnerledger.coverage;

import io.partnerledger.standing.At;
import org.jspecify.annotations.Nullable;

/** What do the facts about this subject (null: about everyone) rest on? Answered by a {@link CoverageAnswer}. */
public record FindCoverage(@Nullable String subject, At at) {}
