package io.partnerledger.roster;

import io.partnerledger.standing.Asked;
import io.partnerledger.standing.BadPoint;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.Unit;
import io.partnerledger.standing.Views;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The roster, over HTTP and over Axon's query gateway. */
@RestController
class RosterApi {

    private static final String PATH = "/api/roster";

    private final Views views;
    private final QueryGateway queries;

    RosterApi(Views views, QueryGateway queries) {
        this.views = views;
        this.queries = queries;
    }

    @GetMapping(PATH)
    CompletableFuture<RosterAnswer> get(Asked asked) {
        String subject = asked.subject();
        if (subject == null) {
            throw new BadPoint("subject", "Say whose roster: subject=ID");
        }
        return queries.query(new FindRoster(subject, asked.at(), asked.explain()), RosterAnswer.class);
    }

    @QueryHandler
    RosterAnswer answer(FindRoster question) {
        Snapshot snapshot = views.snapshot(question.subject(), question.at());
        Roster roster = question.explain()
                ? Roster.of(snapshot.standing(), snapshot.requireSubject())
                : Roster.of(snapshot.parts(Unit.OnePartner.class), snapshot.requireSubject());
        return RosterAnswer.of(
                views.view(snapshot, PATH, question.explain()), roster, snapshot.registry(), question.explain());
    }
}
