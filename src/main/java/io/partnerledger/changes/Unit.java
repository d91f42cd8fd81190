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
import io.partnerledger.changes.Measure.Figure;
import io.partnerledger.changes.Measure.Holding;
import io.partnerledger.rates.Exchange;
import io.partnerledger.roster.FormerPartner;
import io.partnerledger.roster.HeldRole;
import io.partnerledger.roster.LostRole;
import io.partnerledger.roster.Partner;
import io.partnerledger.roster.Roster;
import io.partnerledger.standing.Standing;
import io.partnerledger.standing.Stated;
import io.partnerledger.totals.Row;
import io.partnerledger.totals.Totals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The least that has to be folded together: the totals are the sum of the deals, a roster is its partners side by side.
 * So an entry moves no more than the units that its statements belong to.
 */
sealed interface Unit {

    /** What the standing statements of this unit come to. */
    Amounts fold(Standing standing, Exchange exchange);

    /** A deal, by its slug. */
    record OneDeal(String deal) implements Unit {

        @Override
        public Amounts fold(Standing standing, Exchange exchange) {
            Amounts amounts = new Amounts();
            for (Row row : Totals.of(standing, exchange).rows()) {
                for (Field field : Field.values()) {
                    amounts.add(
                            new Figure(row.from(), row.to(), row.instrument(), row.currency(), field), field.of(row));
                }
            }
            return amounts;
        }
    }

    /** A partner on the roster of a subject. */
    record OnePartner(String subject, String partner) implements Unit {

        @Override
        public Amounts fold(Standing standing, Exchange exchange) {
            Amounts amounts = new Amounts();
            Roster roster = Roster.of(standing, subject);
            for (Partner current : roster.partners()) {
                for (HeldRole role : current.roles()) {
                    count(amounts, new RoleSpell(role.role(), role.since(), role.sinceAsWritten(), null, null));
                }
            }
            for (FormerPartner former : roster.former()) {
                for (LostRole role : former.roles()) {
                    count(
                            amounts,
                            new RoleSpell(
                                    role.role(),
                                    role.since(),
                                    role.sinceAsWritten(),
                                    role.until(),
                                    role.untilAsWritten()));
                }
            }
            return amounts;
        }

        private void count(Amounts amounts, RoleSpell spell) {
            amounts.add(new Holding(subject, partner, spell), BigDecimal.ONE);
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
