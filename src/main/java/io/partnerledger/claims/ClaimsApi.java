package io.partnerledger.claims;

import io.partnerledger.standing.Asked;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.Views;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The count claims, over HTTP and over Axon's query gateway. */
@RestController
class ClaimsApi {

    private static final String PATH = "/api/claims";

    private final Views views;
    private final QueryGateway queries;

    ClaimsApi(Views views, QueryGateway queries) {
        this.views = views;
        this.queries = queries;
    }

    @GetMapping(PATH)
    CompletableFuture<ClaimsAnswer> get(Asked asked) {
        return queries.query(new FindClaims(asked.subject(), asked.at(), asked.explain()), ClaimsAnswer.class);
    }

    @QueryHandler
    ClaimsAnswer answer(FindClaims question) {
        Snapshot snapshot = views.snapshot(question.subject(), question.at());
        String subject = snapshot.subject();
        Claims asked = subject == null
                ? Claims.of(snapshot.standing())
                : Claims.about(subject, snapshot.parts(), snapshot.point().validAt());
        return new ClaimsAnswer(
                views.view(snapshot, PATH, question.explain()),
                asked.claims(),
                question.explain() ? asked.notCounted() : null);
    }
}
