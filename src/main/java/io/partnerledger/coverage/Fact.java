package io.partnerledger.coverage;

import io.partnerledger.announcement.SourceTier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fact of the views and what it rests on: the deal it is about (null where it is about none), its parties in their
 * order (who gives and who receives, subject and partner, provider and customer; none where nobody is named), what it
 * says, and the best tier and the number of independent sources among those that say so.
 */
public record Fact(
        Kind kind,
        @Nullable String deal,
        List<String> parties,
        String says,
        SourceTier bestTier,
        int independentSources,
        List<Flag> flags,
        List<Witness> sources) {

    /** What a fact is about. */
    public enum Kind {
        /** What one party committed to another, as it stands. */
        COMMITMENT,
        /** A payment that counts. */
        PAYMENT,
        /** How a deal ended. */
        ENDING,
        /** A role that a partner holds. */
        ROLE,
        /** A capacity. */
        CAPACITY
    }

    /** What makes a fact weak. */
    public enum Flag {
        /** All who say so go back to one source. */
        SINGLE_SOURCE,
        /** Nothing better than anonymous reporting says so. */
        ANONYMOUS_ONLY,
        /** Nothing better than an aggregator or social media says so. */
        WEAK_ONLY,
        /** A source disputes it, or a statement that stands says otherwise. */
        DISPUTED
    }
}
