package io.partnerledger.totals;

import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.deals.Deal;
import io.partnerledger.deals.Deals;
import io.partnerledger.deals.Parties;
import io.partnerledger.rates.Exchange;
import io.partnerledger.standing.LeftOut;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Standing;
import io.partnerledger.standing.Stated;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sums the deals row by row, then lays every line that counted for nothing in the row where it belongs. */
final class TotalsFold {

    private static final Comparator<LeftOut> OLDEST_FIRST =
            Comparator.comparing(LeftOut::stated, Stated.OLDEST_FIRST).thenComparing(LeftOut::reason);

    private TotalsFold() {}

    static Totals of(Standing standing, Exchange exchange) {
        List<LeftOut> restated = standing.statements().stream()
                .filter(TotalsFold::isRestated)
                .map(stated -> new LeftOut(stated, Reason.RESTATED_TOTAL))
                .toList();
        List<Stated> countable = standing.statements().stream()
                .filter(stated -> !isRestated(stated))
                .toList();
        return fold(
                Deals.of(new Standing(standing.validAt(), countable, List.of()), exchange),
                Parties.leftOut(standing),
                Stream.concat(restated.stream(), standing.leftOut().stream())
                        .sorted(OLDEST_FIRST)
                        .toList(),
                exchange);
    }

    private static Totals fold(Deals deals, Map<String, Parties> lost, List<LeftOut> aside, Exchange exchange) {
        Rows rows = new Rows();
        for (Deal deal : deals.deals()) {
            Parties parties = deal.parties();
            if (parties != null) {
                rows.add(deal, parties);
            }
        }
        Placing placing = new Placing(rows, new Homes(deals, lost, exchange), exchange);
        deals.deals().stream().filter(deal -> deal.parties() == null).forEach(placing::layWithoutParties);
        placing.layAll(aside);
        return new Totals(rows.counting(), rows.emptied(), placing.unplaced());
    }

    private static boolean isRestated(Stated stated) {
        return stated.statement() instanceof TotalRestated;
    }
}
