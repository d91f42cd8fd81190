package io.partnerledger.deals;

import io.partnerledger.rates.Exchange;
import io.partnerledger.rates.Into;
import io.partnerledger.rates.LoadedRates;
import io.partnerledger.standing.Asked;
import io.partnerledger.standing.Asked.Without;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.Unit;
import io.partnerledger.standing.UnknownId;
import io.partnerledger.standing.Views;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The deals, over HTTP and over Axon's query gateway. */
@RestController
class DealsApi {

    private static final String PATH = "/api/deals";

    private final Views views;
    private final QueryGateway queries;
    private final LoadedRates rates;

    DealsApi(Views views, QueryGateway queries, LoadedRates rates) {
        this.views = views;
        this.queries = queries;
        this.rates = rates;
    }

    @GetMapping(PATH)
    CompletableFuture<DealsAnswer> all(
            Asked asked,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String rates) {
        return queries.query(
                new FindDeals(asked.subject(), asked.at(), asked.explain(), Into.of(currency, rates)),
                DealsAnswer.class);
    }

    @GetMapping(PATH + "/{deal}")
    CompletableFuture<DealsAnswer> one(
            @PathVariable String deal,
            @Without("subject") Asked asked,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String rates) {
        return queries.query(
                new FindDeal(deal, asked.at(), asked.explain(), Into.of(currency, rates)), DealsAnswer.class);
    }

    @QueryHandler
    DealsAnswer answer(FindDeals question) {
        Exchange exchange = rates.exchange(question.into());
        Snapshot snapshot = views.snapshot(question.subject(), question.at());
        Deals deals = question.explain()
                ? Deals.of(snapshot.standing(), exchange)
                : new Deals(Deals.counting(snapshot.parts(Unit.OneDeal.class), exchange), List.of());
        String subject = snapshot.subject();
        Deals asked = subject == null ? deals : deals.matching(subject);
        return DealsAnswer.of(
                views.view(snapshot, PATH, question.explain()),
                asked.deals(),
                asked.notCounted(),
                question.explain(),
                exchange);
    }

    @QueryHandler
    DealsAnswer answer(FindDeal question) {
        Exchange exchange = rates.exchange(question.into());
        Snapshot snapshot = views.snapshotOfDeal(question.deal(), question.at());
        Deals deals = Deals.of(snapshot.standing().ofDeal(question.deal()), exchange);
        if (deals.deals().isEmpty() && deals.unplaced().isEmpty()) {
            throw UnknownId.deal(question.deal(), views.reader(snapshot.point().position()));
        }
        return DealsAnswer.of(
                views.view(snapshot, PATH + "/" + question.deal(), question.explain()),
                deals.deals(),
                deals.notCounted(),
                question.explain(),
                exchange);
    }
}
