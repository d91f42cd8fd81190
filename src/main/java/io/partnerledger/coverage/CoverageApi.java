package io.partnerledger.coverage;

import io.partnerledger.standing.Asked;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.Views;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The coverage, over HTTP and over Axon's query gateway. */
@RestController
class CoverageApi {

    private static final String PATH = "/api/coverage";

    private final Views views;
    private final QueryGateway queries;

    CoverageApi(Views views, QueryGateway queries) {
        this.views = views;
        this.queries = queries;
    }

    @GetMapping(PATH)
    CompletableFuture<CoverageAnswer> get(Asked asked) {
        return queries.query(new FindCoverage(asked.subject(), asked.at()), CoverageAnswer.class);
    }

    @QueryHandler
    CoverageAnswer answer(FindCoverage question) {
        Snapshot snapshot = views.snapshot(question.subject(), question.at());
        String subject = snapshot.subject();
        Coverage coverage = subject == null ? Coverage.of(snapshot) : Coverage.about(subject, snapshot);
        return new CoverageAnswer(views.view(snapshot, PATH, false), coverage.facts());
    }
}
