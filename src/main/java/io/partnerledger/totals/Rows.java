package io.partnerledger.totals;

import io.partnerledger.deals.Deal;
import io.partnerledger.deals.Parties;
import io.partnerledger.deals.Payment;
import io.partnerledger.standing.Explained;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of the totals while they are being summed, in their order. */
final class Rows {

    private final Map<RowKey, RowSum> rows = new TreeMap<>();

    private record Place(String announcement, int statement) {

        static Place of(Explained line) {
            return new Place(line.announcement(), line.statement());
        }
    }

    /** The row of this key, opened if it is not there. */
    RowSum open(RowKey key) {
        return rows.computeIfAbsent(key, RowSum::new);
    }

    /** The row of this key, if it is there. */
    @Nullable
    RowSum at(RowKey key) {
        return rows.get(key);
    }

    /** Adds the deal to the row of its ceiling, and what was paid in another currency to a row of that currency. */
    void add(Deal deal, Parties parties) {
        RowSum row = open(RowKey.of(parties, deal.currency()));
        row.add(deal);
        Map<Place, RowSum> elsewhere = new HashMap<>();
        for (Payment payment : deal.payments()) {
            BigDecimal amount = payment.amount();
            RowKey own = RowKey.of(parties, payment.currency());
            if (amount != null && !own.currency().equals(deal.currency())) {
                elsewhere.put(new Place(payment.announcement(), payment.statement()), open(own));
                if (payment.counted()) {
                    open(own).addPayment(deal.deal(), amount);
                }
            }
        }
        deal.counted()
                .forEach(line ->
                        elsewhere.getOrDefault(Place.of(line), row).counted.add(line));
        deal.notCounted()
                .forEach(line ->
                        elsewhere.getOrDefault(Place.of(line), row).notCounted.add(line));
    }

    List<Row> counting() {
        return rows.values().stream()
                .filter(row -> !row.isEmptied())
                .map(RowSum::row)
                .toList();
    }

    List<Row> emptied() {
        return rows.values().stream().filter(RowSum::isEmptied).map(RowSum::row).toList();
    }
}
