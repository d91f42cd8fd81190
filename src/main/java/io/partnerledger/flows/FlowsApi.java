package io.partnerledger.flows;

import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.rates.Exchange;
import io.partnerledger.rates.Into;
import io.partnerledger.rates.LoadedRates;
import io.partnerledger.standing.Asked;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.Unit;
import io.partnerledger.standing.Views;
import io.partnerledger.totals.Totals;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The graph of money, over HTTP and over Axon's query gateway. */
@RestController
class FlowsApi {

    private static final String PATH = "/api/flows";
    private static final Function<Statement, Set<String>> PARTIES = FlowsApi::parties;

    private final Views views;
    private final QueryGateway queries;
    private final LoadedRates rates;

    FlowsApi(Views views, QueryGateway queries, LoadedRates rates) {
        this.views = views;
        this.queries = queries;
        this.rates = rates;
    }

    @GetMapping(PATH)
    CompletableFuture<FlowsAnswer> get(
            Asked asked,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String rates) {
        return queries.query(
                new FindFlows(asked.subject(), asked.at(), asked.explain(), Into.of(currency, rates)),
                FlowsAnswer.class);
    }

    @QueryHandler
    FlowsAnswer answer(FindFlows question) {
        Exchange exchange = rates.exchange(question.into());
        String asked = question.subject();
        Snapshot snapshot = asked == null
                ? views.snapshot(null, question.at())
                : views.snapshotAround(asked, question.at(), Cycles.REACH, PARTIES);
        String subject = snapshot.subject();
        Totals totals = question.explain()
                ? Totals.of(snapshot.standing(), snapshot.parts(Unit.OneDeal.class), exchange)
                : Totals.figures(snapshot.parts(Unit.OneDeal.class), exchange);
        Flows flows = subject == null ? Flows.of(totals) : Flows.around(totals, subject);
        return FlowsAnswer.of(
                views.view(snapshot, PATH, question.explain()),
                flows,
                snapshot.registry(),
                question.explain(),
                exchange);
    }

    private static Set<String> parties(Statement statement) {
        return statement instanceof CommitmentMade made ? new TreeSet<>(List.of(made.from(), made.to())) : Set.of();
    }
}
