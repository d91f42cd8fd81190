package io.partnerledger.totals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.rates.Exchange;
import io.partnerledger.rates.RatesUsed;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.View;
import io.partnerledger.standing.ViewAnswer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The totals; with an explanation also the rows that lost all that counted, and what fits no row, in one currency also
 * the rates.
 */
public record TotalsAnswer(
        @JsonUnwrapped View view,
        List<Line> rows,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Explained> notCounted,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RatesUsed rates)
        implements ViewAnswer<TotalsAnswer.Line> {

    @Override
    public Map<String, Integer> beside() {
        Map<String, Integer> beside = RatesUsed.beside(rates);
        beside.put("notCounted", notCounted == null ? 0 : notCounted.size());
        return beside;
    }

    /** A row of the totals as {@link Row} describes it. */
    public record Line(
            String from,
            String to,
            Instrument instrument,
            String currency,
            BigDecimal committed,
            BigDecimal paid,
            BigDecimal outstanding,
            BigDecimal conditional,
            BigDecimal nonBinding,
            BigDecimal rumoured,
            BigDecimal lapsed,
            int deals,
            int undisclosedDeals,
            boolean openEnded,
            boolean self,
            List<String> dealSlugs,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Explained> counted,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Explained> notCounted) {

        /** The figures of a row. */
        public static Line withoutExplanation(Row row) {
            return of(row, false);
        }

        static Line of(Row row, boolean explain) {
            return new Line(
                    row.from(),
                    row.to(),
                    row.instrument(),
                    row.currency(),
                    row.committed(),
                    row.paid(),
                    row.outstanding(),
                    row.conditional(),
                    row.nonBinding(),
                    row.rumoured(),
                    row.lapsed(),
                    row.deals(),
                    row.undisclosedDeals(),
                    row.openEnded(),
                    row.self(),
                    row.dealSlugs(),
                    explain ? row.counted() : null,
                    explain ? row.notCounted() : null);
        }
    }

    static TotalsAnswer of(View view, Totals totals, boolean explain, Exchange exchange) {
        List<Row> shown = explain ? totals.explainedRows() : totals.rows();
        return new TotalsAnswer(
                view.with("currency", exchange.target()).with("rates", exchange.hash()),
                shown.stream().map(row -> Line.of(row, explain)).toList(),
                explain ? totals.notCounted() : null,
                RatesUsed.of(
                        exchange,
                        totals.rows().stream()
                                .flatMap(row -> row.counted().stream())
                                .map(Explained::conversion)
                                .filter(Objects::nonNull)
                                .toList()));
    }
}
