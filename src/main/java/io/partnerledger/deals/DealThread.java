package io.partnerledger.deals;

import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.announcement.Statement.CommitmentAmended;
import io.partnerledger.announcement.Statement.CommitmentEnded;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.announcement.Statement.PartnerCountClaimed;
import io.partnerledger.announcement.Statement.PartnerRemoved;
import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.announcement.Statement.TranchePaid;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The standing statements about one deal, each kind oldest first, and what was said of it without counting. */
final class DealThread {

    final String deal;
    final List<Told<CommitmentMade>> made = new ArrayList<>();
    final List<Told<CommitmentAmended>> amended = new ArrayList<>();
    final List<Told<TranchePaid>> paid = new ArrayList<>();
    final List<Told<CommitmentEnded>> ended = new ArrayList<>();
    final List<Explained> aside = new ArrayList<>();

    DealThread(String deal) {
        this.deal = deal;
    }

    /** Adds the statement to the thread of its deal; what moves no deal's money is passed by. */
    static void collect(Stated stated, Map<String, DealThread> threads) {
        switch (stated.statement()) {
            case CommitmentMade s -> of(s.deal(), threads).made.add(new Told<>(stated, s));
            case CommitmentAmended s -> of(s.deal(), threads).amended.add(new Told<>(stated, s));
            case TranchePaid s -> of(s.deal(), threads).paid.add(new Told<>(stated, s));
            case CommitmentEnded s -> of(s.deal(), threads).ended.add(new Told<>(stated, s));
            case PartnerAdded _, PartnerRemoved _, CapacityAnnounced _, PartnerCountClaimed _, TotalRestated _ -> {}
        }
    }

    private static DealThread of(String deal, Map<String, DealThread> threads) {
        return threads.computeIfAbsent(deal, DealThread::new);
    }
}
