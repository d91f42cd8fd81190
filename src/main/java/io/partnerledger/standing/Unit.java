package io.partnerledger.standing;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.announcement.Statement.CommitmentAmended;
import io.partnerledger.announcement.Statement.CommitmentEnded;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.announcement.Statement.PartnerCountClaimed;
import io.partnerledger.announcement.Statement.PartnerRemoved;
import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.announcement.Statement.TranchePaid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The least that has to be folded together: the totals are the sum of the deals, a roster is its partners side by side.
 * So an entry moves no more than the units that its statements belong to. Deals come first, by slug, then partners, by
 * subject and partner, then the rest.
 */
public sealed interface Unit extends Comparable<Unit> {

    /** A deal, by its slug. */
    record OneDeal(String deal) implements Unit {}

    /** A partner on the roster of a subject. */
    record OnePartner(String subject, String partner) implements Unit {}

    /** What is provided to a customer: one capacity may be told of several providers. */
    record OneCustomer(String customer) implements Unit {}

    /** The counts of the partners of a subject. */
    record OneCount(String subject) implements Unit {}

    @Override
    default int compareTo(Unit other) {
        int byKind = Integer.compare(kind(), other.kind());
        int byFirst = byKind == 0 ? names().getFirst().compareTo(other.names().getFirst()) : byKind;
        return byFirst == 0 ? names().getLast().compareTo(other.names().getLast()) : byFirst;
    }

    private int kind() {
        return switch (this) {
            case OneDeal _ -> 0;
            case OnePartner _ -> 1;
            case OneCustomer _ -> 2;
            case OneCount _ -> 3;
        };
    }

    private List<String> names() {
        return switch (this) {
            case OneDeal(String deal) -> List.of(deal);
            case OnePartner(String subject, String partner) -> List.of(subject, partner);
            case OneCustomer(String customer) -> List.of(customer);
            case OneCount(String subject) -> List.of(subject);
        };
    }

    /** The unit that a statement belongs to; null where it changes nothing by itself. */
    static @Nullable Unit of(Statement statement) {
        return switch (statement) {
            case CommitmentMade s -> new OneDeal(s.deal());
            case CommitmentAmended s -> new OneDeal(s.deal());
            case TranchePaid s -> new OneDeal(s.deal());
            case CommitmentEnded s -> new OneDeal(s.deal());
            case PartnerAdded s -> new OnePartner(s.subject(), s.partner());
            case PartnerRemoved s -> new OnePartner(s.subject(), s.partner());
            case CapacityAnnounced s -> new OneCustomer(s.customer());
            case PartnerCountClaimed s -> new OneCount(s.subject());
            case TotalRestated _ -> null;
        };
    }

    /** The day of its own that a statement holds from, besides that on which it was announced; null where it has none. */
    static @Nullable EventDate effectiveOn(Statement statement) {
        return switch (statement) {
            case PartnerAdded s -> s.effectiveOn();
            case PartnerRemoved s -> s.effectiveOn();
            case CommitmentMade _,
                    CommitmentAmended _,
                    TranchePaid _,
                    CommitmentEnded _,
                    CapacityAnnounced _,
                    PartnerCountClaimed _,
                    TotalRestated _ -> null;
        };
    }
}
