package io.partnerledger.totals;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.deals.Deal;
import io.partnerledger.deals.Unplaced;
import io.partnerledger.rates.Exchange;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.LeftOut;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Stated;
import io.partnerledger.totals.Homes.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lays lines that count for nothing in the rows where they belong. What was taken out of the ledger keeps its row
 * alive, with zeros if need be; restated totals and what is still to come only join rows that are there, so they are
 * laid last. What fits no row stays unplaced.
 */
final class Placing {

    private final Rows rows;
    private final Homes homes;
    private final Exchange exchange;
    private final List<Unplaced> unplaced = new ArrayList<>();

    Placing(Rows rows, Homes homes, Exchange exchange) {
        this.rows = rows;
        this.homes = homes;
        this.exchange = exchange;
    }

    List<Unplaced> unplaced() {
        return unplaced;
    }

    /** Lays all that is said of a deal that no standing statement names the parties of. */
    void layWithoutParties(Deal deal) {
        Home home = homes.of(deal.deal());
        home.keys().forEach(rows::open);
        Stream.concat(deal.counted().stream(), deal.notCounted().stream())
                .map(Placing::withoutParties)
                .forEach(line -> lay(line, home));
    }

    void layAll(List<LeftOut> oldestFirst) {
        oldestFirst.stream().filter(Placing::keepsRows).forEach(left -> lay(left, true));
        oldestFirst.stream().filter(left -> !keepsRows(left)).forEach(left -> lay(left, false));
    }

    private void lay(LeftOut left, boolean opening) {
        Stated stated = left.stated();
        Home home = homes.of(stated);
        if (home != null) {
            if (opening) {
                home.keys().forEach(rows::open);
            }
            lay(line(stated, home.amount(), left.reason()), home);
        }
    }

    private Explained line(Stated stated, @Nullable Amount amount, Reason reason) {
        return amount == null
                ? Explained.notCounted(stated, null, reason)
                : Explained.notCounted(stated, amount.counted(), reason).in(exchange, amount.currency(), stated);
    }

    private void lay(Explained line, Home home) {
        List<RowSum> there =
                home.keys().stream().map(rows::at).filter(Objects::nonNull).toList();
        there.forEach(row -> row.notCounted.add(line));
        if (there.isEmpty()) {
            unplaced.add(new Unplaced(home.from(), home.to(), line));
        }
    }

    private static boolean keepsRows(LeftOut left) {
        return left.reason() != Reason.AFTER_VALID_AT && !(left.stated().statement() instanceof TotalRestated);
    }

    private static Explained withoutParties(Explained line) {
        return new Explained(
                line.announcement(),
                line.statement(),
                line.position(),
                line.amount(),
                null,
                Reason.NO_PARTIES,
                line.conversion());
    }
}
