package io.partnerledger.changes;

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
import io.partnerledger.roster.Roster;
import io.partnerledger.standing.Standing;
import io.partnerledger.standing.Stated;
import io.partnerledger.totals.Totals;
import org.jspecify.annotations.Nullable;

/**
 * The least that has to be folded together: the totals are the sum of the deals, a roster is its partners side by side.
 * So an entry moves no more than the units that its statements belong to.
 */
sealed interface Unit {

    /** What the standing statements of this unit come to. */
    Amounts fold(Standing standing, Exchange exchange);

    /** What everything that stands comes to: the sum of all units. */
    static Amounts all(Standing standing, Exchange exchange) {
        Amounts amounts = new Amounts();
        amounts.addFigures(Totals.of(standing, exchange));
        Roster.all(standing).values().forEach(amounts::addHoldings);
        return amounts;
    }

    /** A deal, by its slug. */
    record OneDeal(String deal) implements Unit {

        @Override
        public Amounts fold(Standing standing, Exchange exchange) {
            Amounts amounts = new Amounts();
            amounts.addFigures(Totals.of(standing, exchange));
            return amounts;
        }
    }

    /** A partner on the roster of a subject. */
    record OnePartner(String subject, String partner) implements Unit {

        @Override
        public Amounts fold(Standing standing, Exchange exchange) {
            Amounts amounts = new Amounts();
            amounts.addHoldings(Roster.of(standing, subject));
            return amounts;
        }
    }

    /** The unit that a statement belongs to; null where it moves neither money nor a roster. */
    static @Nullable Unit of(Stated stated) {
        return switch (stated.statement()) {
            case CommitmentMade s -> new OneDeal(s.deal());
            case CommitmentAmended s -> new OneDeal(s.deal());
            case TranchePaid s -> new OneDeal(s.deal());
            case CommitmentEnded s -> new OneDeal(s.deal());
            case PartnerAdded s -> new OnePartner(s.subject(), s.partner());
            case PartnerRemoved s -> new OnePartner(s.subject(), s.partner());
            case CapacityAnnounced _, PartnerCountClaimed _, TotalRestated _ -> null;
        };
    }
}
