package io.partnerledger.capacity;

import io.partnerledger.standing.Asked;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.Unit;
import io.partnerledger.standing.Views;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The capacity, over HTTP and over Axon's query gateway. */
@RestController
class CapacityApi {

    private static final String PATH = "/api/capacity";

    private final Views views;
    private final QueryGateway queries;

    CapacityApi(Views views, QueryGateway queries) {
        this.views = views;
        this.queries = queries;
    }

    @GetMapping(PATH)
    CompletableFuture<CapacityAnswer> get(Asked asked) {
        return queries.query(new FindCapacity(asked.subject(), asked.at(), asked.explain()), CapacityAnswer.class);
    }

    @QueryHandler
    CapacityAnswer answer(FindCapacity question) {
        Snapshot snapshot = views.snapshot(question.subject(), question.at());
        Capacity capacity = question.explain()
                ? Capacity.of(snapshot.standing())
                : Capacity.of(snapshot.parts(Unit.OneCustomer.class));
        String subject = snapshot.subject();
        return CapacityAnswer.of(
                views.view(snapshot, PATH, question.explain()),
                subject == null ? capacity : capacity.matching(subject),
                question.explain());
    }
}
