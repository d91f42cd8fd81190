package io.partnerledger.totals;

import io.partnerledger.rates.Exchange;
import io.partnerledger.rates.Into;
import io.partnerledger.rates.LoadedRates;
import io.partnerledger.standing.Asked;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.Unit;
import io.partnerledger.standing.Views;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The totals, over HTTP and over Axon's query gateway. */
@RestController
class TotalsApi {

    private static final String PATH = "/api/totals";

    private final Views views;
    private final QueryGateway queries;
    private final LoadedRates rates;

    TotalsApi(Views views, QueryGateway queries, LoadedRates rates) {
        this.views = views;
        this.queries = queries;
        this.rates = rates;
    }

    @GetMapping(PATH)
    CompletableFuture<TotalsAnswer> get(
            Asked asked,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String rates) {
        return queries.query(
                new FindTotals(asked.subject(), asked.at(), asked.explain(), Into.of(currency, rates)),
                TotalsAnswer.class);
    }

    @QueryHandler
    TotalsAnswer answer(FindTotals question) {
        Exchange exchange = rates.exchange(question.into());
        Snapshot snapshot = views.snapshot(question.subject(), question.at());
        Totals totals = question.explain()
                ? Totals.of(snapshot.standing(), snapshot.parts(Unit.OneDeal.class), exchange)
                : Totals.figures(snapshot.parts(Unit.OneDeal.class), exchange);
        String subject = snapshot.subject();
        return TotalsAnswer.of(
                views.view(snapshot, PATH, question.explain()),
                subject == null ? totals : totals.matching(subject),
                question.explain(),
                exchange);
    }
}
