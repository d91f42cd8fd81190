package io.partnerledger.flows;

import io.partnerledger.announcement.Instrument;
import io.partnerledger.standing.Explained;
import java.math.BigDecimal;
import java.util.List;

/**
 * What one organization gives another in one currency ({@code XXX} where none is named), all instruments together, in
 * units of that currency: {@code committed} = paid + outstanding. Deals and undisclosed deals are counted as the totals
 * count them, and it may be more where theirs may; instruments and deals are in the order of their names.
 */
public record Flow(
        String currency,
        BigDecimal committed,
        BigDecimal paid,
        BigDecimal outstanding,
        BigDecimal nonBinding,
        BigDecimal rumoured,
        BigDecimal lapsed,
        int deals,
        int undisclosedDeals,
        boolean openEnded,
        boolean mayBeMore,
        List<Instrument> instruments,
        List<String> dealSlugs,
        List<Explained> counted,
        List<Explained> notCounted) {

    /** Whether money flows here or may yet: what lapsed does not. */
    boolean isAlive() {
        return committed.signum() > 0 || nonBinding.signum() > 0 || rumoured.signum() > 0 || mayBeMore;
    }
}
