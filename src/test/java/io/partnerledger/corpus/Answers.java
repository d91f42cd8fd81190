package io.partnerledger.corpus;

import io.partnerledger.capacity.Capacity;
import io.partnerledger.claims.Claims;
import io.partnerledger.conflicts.Conflicts;
import io.partnerledger.coverage.Coverage;
import io.partnerledger.deals.Deals;
import io.partnerledger.flows.Flows;
import io.partnerledger.roster.Roster;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.Standing;
import io.partnerledger.totals.Totals;

/** What every fold answers for the same statements, explanations included, as one text. */
final class Answers {

    private Answers() {}

    static String of(Standing standing) {
        return String.join(
                "\n",
                Deals.of(standing).toString(),
                Totals.of(standing).toString(),
                Roster.all(standing).toString(),
                Claims.of(standing).claims().toString(),
                Capacity.of(standing).toString(),
                Conflicts.of(standing).toString(),
                Flows.of(standing).toString());
    }

    static String of(Snapshot snapshot) {
        return of(snapshot.standing()) + "\n" + Coverage.of(snapshot.standing(), snapshot.histories());
    }

    /** Where something was recorded is no part of the figures. */
    static String withoutPositions(String answers) {
        return answers.replaceAll("position=\\d+", "");
    }
}
