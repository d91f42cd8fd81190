package io.partnerledger.totals;

import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.deals.Deal;
import io.partnerledger.deals.Deals;
import io.partnerledger.deals.Parties;
import io.partnerledger.rates.Exchange;
import io.partnerledger.standing.LeftOut;
import io.partnerledger.standing.Part;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Standing;
import io.partnerledger.standing.Stated;
import java.util.ArrayList;
import java.util.List;

/** Sums the deals row by row, then lays every line that counted for nothing in the row where it belongs. */
final class TotalsFold {

    private TotalsFold() {}

    static Totals of(Standing standing, List<Part> parts, Exchange exchange) {
        List<Deal> deals = Deals.counting(parts, exchange);
        Rows rows = sum(deals, true);
        Placing placing = new Placing(rows, new Homes(deals, Parties.leftOut(standing), exchange), exchange);
        deals.stream().filter(deal -> deal.parties() == null).forEach(placing::layWithoutParties);
        placing.layAll(aside(standing));
        return new Totals(rows.counting(), rows.emptied(), placing.unplaced());
    }

    static Totals figures(List<Part> parts, Exchange exchange) {
        // What was converted at which rates is read off the lines.
        Rows rows = sum(Deals.counting(parts, exchange), exchange.isAsked());
        return new Totals(rows.counting(), List.of(), List.of());
    }

    private static Rows sum(List<Deal> deals, boolean explained) {
        Rows rows = new Rows(explained);
        for (Deal deal : deals) {
            Parties parties = deal.parties();
            if (parties != null) {
                rows.add(deal, parties);
            }
        }
        return rows;
    }

    /** The lines that count for nothing, oldest first. */
    private static List<LeftOut> aside(Standing standing) {
        List<LeftOut> aside = new ArrayList<>(standing.leftOut());
        standing.statements().stream()
                .filter(TotalsFold::isRestated)
                .map(stated -> new LeftOut(stated, Reason.RESTATED_TOTAL))
                .forEach(aside::add);
        return new Standing(standing.validAt(), List.of(), aside).leftOut();
    }

    private static boolean isRestated(Stated stated) {
        return stated.statement() instanceof TotalRestated;
    }
}
