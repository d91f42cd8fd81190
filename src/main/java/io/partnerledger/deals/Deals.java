package io.partnerledger.deals;

import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.rates.Exchange;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.Part;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Standing;
import io.partnerledger.standing.Stated;
import io.partnerledger.standing.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        Map<String, DealThread> threads = threads(standing);
        Aside aside = new Aside(threads, Parties.leftOut(standing), exchange);
        for (Stated stated : standing.statements()) {
            if (stated.statement() instanceof TotalRestated) {
                aside.set(stated, Reason.RESTATED_TOTAL);
            }
        }
        standing.leftOut().forEach(left -> aside.set(left.stated(), left.reason()));
        return new Deals(folded(threads, exchange), aside.unplaced());
    }

    /** The deals alone, with nothing beside them that counts for nothing. */
    public static List<Deal> counting(List<Part> parts, Exchange exchange) {
        List<Deal> deals = new ArrayList<>();
        for (Part part : parts) {
            if (part.unit() instanceof Unit.OneDeal
                    && !part.standing().statements().isEmpty()) {
                deals.add(
                        exchange.isAsked()
                                ? folded(part.standing(), exchange)
                                : part.folded(Deal.class, standing -> folded(standing, exchange)));
            }
        }
        return deals;
    }

    private static Deal folded(Standing ofOneDeal, Exchange exchange) {
        return folded(threads(ofOneDeal), exchange).getFirst();
    }

    /** The parties of every deal that a standing telling names, by slug. */
    public static Map<String, Parties> parties(Standing standing) {
        Map<String, List<Told<CommitmentMade>>> tellings = new HashMap<>();
        for (Stated stated : standing.statements()) {
            if (stated.statement() instanceof CommitmentMade made) {
                tellings.computeIfAbsent(made.deal(), _ -> new ArrayList<>(2)).add(new Told<>(stated, made));
            }
        }
        Map<String, Parties> parties = new HashMap<>();
        tellings.forEach((deal, made) -> {
            Making making = Making.of(made);
            if (making != null) {
                parties.put(deal, Parties.of(making.believed().statement()));
            }
        });
        return parties;
    }

    private static Map<String, DealThread> threads(Standing standing) {
        Map<String, DealThread> threads = new HashMap<>();
        standing.statements().forEach(stated -> DealThread.collect(stated, threads));
        return threads;
    }

    private static List<Deal> folded(Map<String, DealThread> threads, Exchange exchange) {
        return threads.values().stream()
                .sorted(Comparator.comparing(thread -> thread.deal))
                .map(thread -> DealFold.of(thread, exchange))
                .toList();
    }
}
