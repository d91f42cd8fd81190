package io.partnerledger.deals;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.announcement.Statement.CommitmentAmended;
import io.partnerledger.announcement.Statement.CommitmentEnded;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.announcement.Statement.PartnerCountClaimed;
import io.partnerledger.announcement.Statement.PartnerRemoved;
import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.announcement.Statement.TranchePaid;
import io.partnerledger.rates.Exchange;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays what counts for nothing beside the deal that it speaks of, or with the lines that fit no deal. */
final class Aside {

    private final Map<String, DealThread> threads;
    private final Map<String, Parties> leftOut;
    private final Exchange exchange;
    private final List<Unplaced> unplaced = new ArrayList<>();

    Aside(Map<String, DealThread> threads, Map<String, Parties> leftOut, Exchange exchange) {
        this.threads = threads;
        this.leftOut = leftOut;
        this.exchange = exchange;
    }

    List<Unplaced> unplaced() {
        return unplaced;
    }

    void set(Stated stated, Reason reason) {
        switch (stated.statement()) {
            case CommitmentMade s -> set(s.deal(), Parties.of(s), line(stated, s.amount(), reason));
            case CommitmentAmended s -> set(s.deal(), leftOut.get(s.deal()), line(stated, s.amount(), reason));
            case TranchePaid s -> set(s.deal(), leftOut.get(s.deal()), line(stated, s.amount(), reason));
            case CommitmentEnded s -> set(s.deal(), leftOut.get(s.deal()), line(stated, null, reason));
            case TotalRestated s -> set(s, line(stated, s.amount(), reason));
            case PartnerAdded _, PartnerRemoved _, CapacityAnnounced _, PartnerCountClaimed _ -> {}
        }
    }

    private void set(String deal, @Nullable Parties parties, Explained line) {
        DealThread thread = threads.get(deal);
        if (thread != null) {
            thread.aside.add(line);
        } else {
            unplaced.add(
                    parties == null
                            ? new Unplaced(null, null, line)
                            : new Unplaced(parties.from(), parties.to(), line));
        }
    }

    private void set(TotalRestated restated, Explained line) {
        List<DealThread> covered = restated.covers().stream()
                .distinct()
                .filter(threads::containsKey)
                .map(threads::get)
                .toList();
        covered.forEach(thread -> thread.aside.add(line));
        if (covered.isEmpty()) {
            unplaced.add(new Unplaced(restated.from(), restated.to(), line));
        }
    }

    private Explained line(Stated stated, @Nullable Amount amount, Reason reason) {
        return Explanation.line(stated, amount, reason, exchange);
    }
}
