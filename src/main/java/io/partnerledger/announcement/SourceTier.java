package io.partnerledger.announcement;

/** How close a source stands to the fact, best first: the order breaks ties between sources. */
public enum SourceTier {
    REGULATORY_FILING,
    COURT_RECORD,
    COMPANY_STATEMENT,
    NAMED_REPORTING,
    ANONYMOUS_REPORTING,
    AGGREGATOR,
    SOCIAL;

    /** Whether this tier is closer to the fact than the other. */
    public boolean isBetterThan(SourceTier other) {
        return compareTo(other) < 0;
    }
}
