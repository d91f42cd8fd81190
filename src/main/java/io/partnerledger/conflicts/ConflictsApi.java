package io.partnerledger.conflicts;

import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.standing.Asked;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.Views;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The conflicts, over HTTP and over Axon's query gateway. */
@RestController
class ConflictsApi {

    private static final String PATH = "/api/conflicts";
    private static final Function<Statement, Set<String>> CUSTOMER = ConflictsApi::customerOf;

    private final Views views;
    private final QueryGateway queries;

    ConflictsApi(Views views, QueryGateway queries) {
        this.views = views;
        this.queries = queries;
    }

    @GetMapping(PATH)
    CompletableFuture<ConflictsAnswer> get(Asked asked) {
        return queries.query(new FindConflicts(asked.subject(), asked.at()), ConflictsAnswer.class);
    }

    @QueryHandler
    ConflictsAnswer answer(FindConflicts question) {
        String asked = question.subject();
        Snapshot snapshot = asked == null
                ? views.snapshot(null, question.at())
                : views.snapshotAround(asked, question.at(), 1, CUSTOMER);
        Conflicts conflicts = Conflicts.of(snapshot::standing, snapshot.parts());
        String subject = snapshot.subject();
        return new ConflictsAnswer(
                views.view(snapshot, PATH, false),
                (subject == null ? conflicts : conflicts.matching(subject)).conflicts());
    }

    /** What one provider is told of may be told of another one too, in what is said about their customer. */
    private static Set<String> customerOf(Statement statement) {
        return statement instanceof CapacityAnnounced said ? Set.of(said.customer()) : Set.of();
    }
}
