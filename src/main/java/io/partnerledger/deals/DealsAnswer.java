package io.partnerledger.deals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Outcome;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Stage;
import io.partnerledger.rates.Conversion;
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

/** The deals; with an explanation also what fits none of them, in one currency also the rates. */
public record DealsAnswer(
        @JsonUnwrapped View view,
        List<Line> deals,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Explained> notCounted,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RatesUsed rates)
        implements ViewAnswer<DealsAnswer.Line> {

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
            Conversion conversion,

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
                    deal.conversion(),
                    explain ? deal.counted() : null,
                    explain ? deal.notCounted() : null);
        }
    }

    @Override
    public Map<String, Integer> beside() {
        Map<String, Integer> beside = RatesUsed.beside(rates);
        beside.put("notCounted", notCounted == null ? 0 : notCounted.size());
        return beside;
    }

    @Override
    public List<Line> rows() {
        return deals;
    }

    static DealsAnswer of(View view, List<Deal> deals, List<Explained> notCounted, boolean explain, Exchange exchange) {
        return new DealsAnswer(
                view.with("currency", exchange.target()).with("rates", exchange.hash()),
                deals.stream().map(deal -> Line.of(deal, explain)).toList(),
                explain ? notCounted : null,
                RatesUsed.of(
                        exchange,
                        deals.stream()
                                .flatMap(deal -> deal.counted().stream())
                                .map(Explained::conversion)
                                .filter(Objects::nonNull)
                                .toList()));
    }
}
