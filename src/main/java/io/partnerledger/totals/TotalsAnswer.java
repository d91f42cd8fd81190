package io.partnerledger.totals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.View;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The totals; with an explanation also the rows that lost all that counted, and what fits no row. */
public record TotalsAnswer(
        @JsonUnwrapped View view,
        List<Line> rows,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Explained> notCounted) {

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

    static TotalsAnswer of(View view, Totals totals, boolean explain) {
        List<Row> shown = explain ? totals.explainedRows() : totals.rows();
        return new TotalsAnswer(
                view, shown.stream().map(row -> Line.of(row, explain)).toList(), explain ? totals.notCounted() : null);
    }
}
