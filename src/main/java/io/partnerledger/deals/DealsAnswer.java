package io.partnerledger.deals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Outcome;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Stage;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.View;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The deals; with an explanation also what fits none of them. */
public record DealsAnswer(
        @JsonUnwrapped View view,
        List<Line> deals,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Explained> notCounted) {

    /** A deal as {@link Deal} describes it. */
    public record Line(
            String deal,
            @Nullable String from,
            @Nullable String to,
            @Nullable Instrument instrument,
            @Nullable String currency,
            @Nullable Stage stage,
            @Nullable Qualifier qualifier,
            @Nullable BigDecimal ceiling,
            BigDecimal paid,
            BigDecimal outstanding,
            BigDecimal conditional,
            BigDecimal nonBinding,
            BigDecimal rumoured,
            BigDecimal lapsed,
            List<Payment> payments,
            @Nullable Outcome ended,
            @Nullable String conditions,
            @Nullable String period,
            boolean openEnded,
            boolean self,
            List<DealConflict> conflicts,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Explained> counted,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Explained> notCounted) {

        static Line of(Deal deal, boolean explain) {
            return new Line(
                    deal.deal(),
                    deal.from(),
                    deal.to(),
                    deal.instrument(),
                    deal.currency(),
                    deal.stage(),
                    deal.qualifier(),
                    deal.ceiling(),
                    deal.paid(),
                    deal.outstanding(),
                    deal.conditional(),
                    deal.nonBinding(),
                    deal.rumoured(),
                    deal.lapsed(),
                    deal.payments(),
                    deal.ended(),
                    deal.conditions(),
                    deal.period(),
                    deal.openEnded(),
                    deal.self(),
                    deal.conflicts(),
                    explain ? deal.counted() : null,
                    explain ? deal.notCounted() : null);
        }
    }

    static DealsAnswer of(View view, List<Deal> deals, List<Explained> notCounted, boolean explain) {
        return new DealsAnswer(
                view, deals.stream().map(deal -> Line.of(deal, explain)).toList(), explain ? notCounted : null);
    }
}
