package io.partnerledger.totals;

import io.partnerledger.deals.Deal;
import io.partnerledger.deals.Parties;
import io.partnerledger.deals.Payment;
import io.partnerledger.standing.Explained;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of the totals while they are being summed. */
final class Rows {

    private final boolean explained;
    private final Map<RowKey, RowSum> rows = new HashMap<>();

    /** @param explained whether the rows list what went in */
    Rows(boolean explained) {
        this.explained = explained;
    }

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
        Map<Place, RowSum> elsewhere = new HashMap<>(0);
        for (Payment payment : deal.payments()) {
            BigDecimal amount = payment.amount();
            if (amount != null && !Deal.currencyOr(payment.currency()).equals(deal.currency())) {
                RowKey own = RowKey.of(parties, payment.currency());
                RowSum its = open(own);
                if (explained) {
                    elsewhere.put(new Place(payment.announcement(), payment.statement()), its);
                }
                if (payment.counted()) {
                    its.addPayment(deal.deal(), amount);
                }
            }
        }
        if (explained) {
            explain(deal, row, elsewhere);
        }
    }

    private static void explain(Deal deal, RowSum row, Map<Place, RowSum> elsewhere) {
        if (elsewhere.isEmpty()) {
            row.counted.addAll(deal.counted());
            row.notCounted.addAll(deal.notCounted());
            return;
        }
        deal.counted()
                .forEach(line ->
                        elsewhere.getOrDefault(Place.of(line), row).counted.add(line));
        deal.notCounted()
                .forEach(line ->
                        elsewhere.getOrDefault(Place.of(line), row).notCounted.add(line));
    }

    List<Row> counting() {
        return inOrder(row -> !row.isEmptied());
    }

    List<Row> emptied() {
        return inOrder(RowSum::isEmptied);
    }

    private List<Row> inOrder(Predicate<RowSum> which) {
        return rows.values().stream()
                .filter(which)
                .sorted(Comparator.comparing(row -> row.key))
                .map(RowSum::row)
                .toList();
    }
}
