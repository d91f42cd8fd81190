package io.partnerledger.totals;

import io.partnerledger.deals.Deal;
import io.partnerledger.standing.Explained;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A row while it is being summed. */
final class RowSum {

    final RowKey key;
    final List<Explained> counted = new ArrayList<>();
    final List<Explained> notCounted = new ArrayList<>();
    private final List<String> slugs = new ArrayList<>();
    private BigDecimal paid = BigDecimal.ZERO;
    private BigDecimal outstanding = BigDecimal.ZERO;
    private BigDecimal conditional = BigDecimal.ZERO;
    private BigDecimal nonBinding = BigDecimal.ZERO;
    private BigDecimal rumoured = BigDecimal.ZERO;
    private BigDecimal lapsed = BigDecimal.ZERO;
    private int deals;
    private int undisclosedDeals;
    private boolean openEnded;
    private boolean mayBeMore;

    RowSum(RowKey key) {
        this.key = key;
    }

    void add(Deal deal) {
        slugs.add(deal.deal());
        deals++;
        undisclosedDeals += deal.ceiling() == null ? 1 : 0;
        openEnded |= deal.openEnded();
        mayBeMore |= deal.mayBeMore();
        paid = paid.add(deal.paid());
        outstanding = outstanding.add(deal.outstanding());
        conditional = conditional.add(deal.conditional());
        nonBinding = nonBinding.add(deal.nonBinding());
        rumoured = rumoured.add(deal.rumoured());
        lapsed = lapsed.add(deal.lapsed());
    }

    void addPayment(String slug, BigDecimal amount) {
        slugs.add(slug);
        paid = paid.add(amount);
    }

    /** Whether nothing that stands counts here. */
    boolean isEmptied() {
        return slugs.isEmpty();
    }

    Row row() {
        return new Row(
                key.from(),
                key.to(),
                key.instrument(),
                key.currency(),
                paid.add(outstanding),
                paid,
                outstanding,
                conditional,
                nonBinding,
                rumoured,
                lapsed,
                deals,
                undisclosedDeals,
                openEnded,
                mayBeMore,
                key.from().equals(key.to()),
                slugs.stream().sorted().distinct().toList(),
                counted,
                notCounted);
    }
}
