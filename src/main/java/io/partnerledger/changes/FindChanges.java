package io.partnerledger.changes;

import io.partnerledger.rates.Into;
import io.partnerledger.standing.At;
import org.jspecify.annotations.Nullable;

/**
 * What moved for this subject (null: for everyone) since {@code from}, an instant or {@code position:N}? {@code to} is
 * the point up to which, its {@code asOf} the end of the stretch. Answered by a {@link ChangesAnswer}.
 */
public record FindChanges(@Nullable String subject, String from, At to, Into into) {

    /** The same in every deal's own currency. */
    public FindChanges(@Nullable String subject, String from, At to) {
        this(subject, from, to, Into.OWN);
    }
}
