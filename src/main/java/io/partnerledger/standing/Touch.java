package io.partnerledger.standing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log that may have changed what stands: an event of an announcement, or a merge of an organization or
 * its reversal (the other of the two is null). {@code reach} names the announcements whose statements may stand, fall
 * or read otherwise since: for an announcement itself and all that duplicate links lead to it from, for a merge those
 * that name an organization that another answers for since.
 */
public record Touch(
        long position,
        Cause cause,
        @Nullable String announcement,
        @Nullable String organization,
        Set<String> reach) {}
