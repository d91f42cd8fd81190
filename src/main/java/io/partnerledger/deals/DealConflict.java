package io.partnerledger.deals;

import io.partnerledger.announcement.SourceTier;
import java.util.List;

/**
 * Statements about one deal that cannot all hold: what they say, each value once in a fixed order, and who says it.
 * Nothing is refused for it; the fold decides, and this shows that it had to.
 */
public record DealConflict(Type type, String deal, List<String> values, List<Side> sides) {

    /** What the statements disagree on. */
    public enum Type {
        /** Tellings of the commitment disclose different amounts. */
        SEVERAL_CEILINGS,
        /** Tellings of the commitment differ in how binding it is. */
        SEVERAL_STAGES,
        /** Tellings of the commitment name other parties, or another direction. */
        SEVERAL_PARTIES,
        /** Tellings of the commitment name different instruments. */
        SEVERAL_INSTRUMENTS,
        /** Endings tell different outcomes. */
        SEVERAL_OUTCOMES,
        /** More was paid than the ceiling. */
        OVERPAID,
        /** Something was paid in another currency than the deal's. */
        OTHER_CURRENCY,
        /** There are amendments, payments or endings, but no standing commitment that names the parties. */
        NO_PARTIES
    }

    /** One statement of the disagreement, the tier of its source and what it says. */
    public record Side(String announcement, int statement, long position, SourceTier tier, String says) {}
}
