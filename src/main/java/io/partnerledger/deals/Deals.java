package io.partnerledger.deals;

import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.rates.Exchange;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.LeftOut;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Standing;
import io.partnerledger.standing.Stated;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every deal that a standing statement makes, amends, pays or ends, by slug, and the lines that fit none of them: what
 * was said of deals of which nothing stands, and restated totals that cover no deal. Source of the rules: section 4 of
 * the contract. The order in which statements arrive does not matter, apart from the last tie-break of
 * {@link Stated#OLDEST_FIRST}.
 */
public record Deals(List<Deal> deals, List<Unplaced> unplaced) {

    public Deals {
        deals = List.copyOf(deals);
        unplaced = List.copyOf(unplaced);
    }

    /** The lines that fit no deal. */
    public List<Explained> notCounted() {
        return unplaced.stream().map(Unplaced::line).toList();
    }

    /** The deals in which the organization gives or receives; deals without parties match nobody. */
    public Deals matching(String organization) {
        return new Deals(
                deals.stream().filter(deal -> deal.involves(organization)).toList(),
                unplaced.stream().filter(line -> line.mayConcern(organization)).toList());
    }

    /** The deals as they stand, each explained. */
    public static Deals of(Standing standing) {
        return of(standing, Exchange.NONE);
    }

    /** The same with each part of each amount in one currency, where there is a rate. */
    public static Deals of(Standing standing, Exchange exchange) {
        List<Stated> oldestFirst =
                standing.statements().stream().sorted(Stated.OLDEST_FIRST).toList();
        Map<String, DealThread> threads = new TreeMap<>();
        oldestFirst.forEach(stated -> DealThread.collect(stated, threads));
        Aside aside = new Aside(threads, Parties.leftOut(standing), exchange);
        oldestFirst.stream()
                .filter(stated -> stated.statement() instanceof TotalRestated)
                .forEach(stated -> aside.set(stated, Reason.RESTATED_TOTAL));
        standing.leftOut().stream()
                .sorted(Comparator.comparing(LeftOut::stated, Stated.OLDEST_FIRST)
                        .thenComparing(LeftOut::reason))
                .forEach(left -> aside.set(left.stated(), left.reason()));
        return new Deals(
                threads.values().stream()
                        .map(thread -> DealFold.of(thread, exchange))
                        .toList(),
                aside.unplaced());
    }
}
