package io.partnerledger.totals;

import io.partnerledger.announcement.Instrument;
import io.partnerledger.standing.Explained;
import java.math.BigDecimal;
import java.util.List;

/**
 * The money of all deals from one party to another in one instrument and currency, in units of that currency.
 * {@code committed} is paid + outstanding, {@code conditional} a part of outstanding. {@code deals} counts each deal
 * once, in the row of its ceiling, ended and rumoured ones too, {@code undisclosedDeals} those of them of which no
 * amount is known; so a row that only holds payments in another currency than their deal's counts none.
 * {@code openEnded} says that a live deal's amount is a least, {@code mayBeMore} that there is such a deal or one of an
 * unknown amount that came to something, {@code self} that an organization deals with itself since a merge.
 * {@code dealSlugs} names the deals that went in.
 */
public record Row(
        String from,
        String to,
        Instrument instrument,
        String currency,
        BigDecimal committed,
        BigDecimal paid,
        BigDecimal outstanding,
        BigDecimal conditional,
        BigDecimal nonBinding,
        BigDecimal rumoured,
        BigDecimal lapsed,
        int deals,
        int undisclosedDeals,
        boolean openEnded,
        boolean mayBeMore,
        boolean self,
        List<String> dealSlugs,
        List<Explained> counted,
        List<Explained> notCounted) {

    public Row {
        dealSlugs = List.copyOf(dealSlugs);
        counted = List.copyOf(counted);
        notCounted = List.copyOf(notCounted);
    }

    boolean involves(String organization) {
        return from.equals(organization) || to.equals(organization);
    }
}
