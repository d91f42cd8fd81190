package io.partnerledger.changes;

import io.partnerledger.rates.Exchange;
import io.partnerledger.standing.Histories;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The difference of the totals and the rosters between two positions of the log at one valid time, each figure and
 * each partner with the entries that moved it. The fold is taken on position by position: what it differs by from one
 * position to the next is the part of that entry, so the parts add up to the whole. A merge moves figures from one row
 * to another; both moves are parts of the merge. Ordered by row and field, by subject and partner, and by position.
 * Source of the rules: section 4 of the contract.
 */
public record Changes(List<MovedFigure> figures, List<MovedPartner> roster) {

    public Changes {
        figures = List.copyOf(figures);
        roster = List.copyOf(roster);
    }

    /** What moved after position {@code first} and up to {@code last}, for a subject or, where it is null, for everyone. */
    public static Changes between(
            Histories histories, @Nullable String subject, LocalDate validAt, long first, long last) {
        return between(histories, subject, validAt, first, last, Exchange.NONE);
    }

    /** The same with each part of each deal in one currency, where there is a rate. */
    public static Changes between(
            Histories histories,
            @Nullable String subject,
            LocalDate validAt,
            long first,
            long last,
            Exchange exchange) {
        Walk walk = new Walk(histories, subject, validAt, exchange, first);
        histories.touches(first, last).forEach(walk::take);
        return walk.changes();
    }
}
