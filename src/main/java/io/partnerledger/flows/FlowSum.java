package io.partnerledger.flows;

import io.partnerledger.announcement.Instrument;
import io.partnerledger.standing.Explained;
import io.partnerledger.totals.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** A flow while the rows of the totals that make it up are being summed. */
final class FlowSum {

    private final String currency;
    private final TreeSet<Instrument> instruments = new TreeSet<>(Comparator.comparing(Enum::name));
    private final TreeSet<String> dealSlugs = new TreeSet<>();
    private final List<Explained> counted = new ArrayList<>();
    private final List<Explained> notCounted = new ArrayList<>();
    private BigDecimal committed = BigDecimal.ZERO;
    private BigDecimal paid = BigDecimal.ZERO;
    private BigDecimal outstanding = BigDecimal.ZERO;
    private BigDecimal nonBinding = BigDecimal.ZERO;
    private BigDecimal rumoured = BigDecimal.ZERO;
    private BigDecimal lapsed = BigDecimal.ZERO;
    private int deals;
    private int undisclosedDeals;
    private boolean openEnded;
    private boolean mayBeMore;

    FlowSum(String currency) {
        this.currency = currency;
    }

    void add(Row row) {
        if (!row.dealSlugs().isEmpty()) {
            instruments.add(row.instrument());
        }
        dealSlugs.addAll(row.dealSlugs());
        counted.addAll(row.counted());
        notCounted.addAll(row.notCounted());
        committed = committed.add(row.committed());
        paid = paid.add(row.paid());
        outstanding = outstanding.add(row.outstanding());
        nonBinding = nonBinding.add(row.nonBinding());
        rumoured = rumoured.add(row.rumoured());
        lapsed = lapsed.add(row.lapsed());
        deals += row.deals();
        undisclosedDeals += row.undisclosedDeals();
        openEnded |= row.openEnded();
        mayBeMore |= row.mayBeMore();
    }

    Flow flow() {
        return new Flow(
                currency,
                committed,
                paid,
                outstanding,
                nonBinding,
                rumoured,
                lapsed,
                deals,
                undisclosedDeals,
                openEnded,
                mayBeMore,
                List.copyOf(instruments),
                List.copyOf(dealSlugs),
                List.copyOf(counted),
                List.copyOf(notCounted));
    }
}
