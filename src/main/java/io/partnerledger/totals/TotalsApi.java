package io.partnerledger.totals;

import io.partnerledger.standing.Asked;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.Views;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The totals, over HTTP and over Axon's query gateway. */
@RestController
class TotalsApi {

    private static final String PATH = "/api/totals";

    private final Views views;
    private final QueryGateway queries;

    TotalsApi(Views views, QueryGateway queries) {
        this.views = views;
        this.queries = queries;
    }

    @GetMapping(PATH)
    CompletableFuture<TotalsAnswer> get(Asked asked) {
        return queries.query(new FindTotals(asked.subject(), asked.at(), asked.explain()), TotalsAnswer.class);
    }

    @QueryHandler
    TotalsAnswer answer(FindTotals question) {
        Snapshot snapshot = views.snapshot(question.subject(), question.at());
        Totals totals = Totals.of(snapshot.standing());
        String subject = snapshot.subject();
        return TotalsAnswer.of(
                views.view(snapshot, PATH, question.explain()),
                subject == null ? totals : totals.matching(subject),
                question.explain());
    }
}
