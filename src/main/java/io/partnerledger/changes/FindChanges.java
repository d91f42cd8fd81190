package io.partnerledger.changes;

import io.partnerledger.standing.At;
import org.jspecify.annotations.Nullable;

/**
 * What moved for this subject (null: for everyone) since {@code from}, an instant or {@code position:N}? {@code to} is
 * the point up to which, its {@code asOf} the end of the stretch. Answered by a {@link ChangesAnswer}.
 */
public record FindChanges(@Nullable String subject, String from, At to) {}
