package io.partnerledger.roster;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.announcement.Statement.CommitmentAmended;
import io.partnerledger.announcement.Statement.CommitmentEnded;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.announcement.Statement.PartnerCountClaimed;
import io.partnerledger.announcement.Statement.PartnerRemoved;
import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.announcement.Statement.TranchePaid;
import io.partnerledger.standing.Stated;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An addition or a removal with the date from which it holds: {@code effectiveOn} where given, else the date announced;
 * the end of an interval is ignored. {@code added} is null for a removal.
 */
record Step(
        String subject,
        String partner,
        List<Role> roles,
        EventDate on,
        Stated stated,
        @Nullable PartnerAdded added) {

    /** By the day from which they hold, then oldest announced first. */
    static final Comparator<Step> IN_ORDER =
            Comparator.comparing(Step::day).thenComparing(Step::stated, Stated.OLDEST_FIRST);

    /** The statement as a step; null where it neither adds nor removes. */
    static @Nullable Step of(Stated stated) {
        return switch (stated.statement()) {
            case PartnerAdded s ->
                new Step(s.subject(), s.partner(), s.roles(), on(s.effectiveOn(), stated), stated, s);
            case PartnerRemoved s ->
                new Step(s.subject(), s.partner(), s.roles(), on(s.effectiveOn(), stated), stated, null);
            case CommitmentMade _,
                    CommitmentAmended _,
                    TranchePaid _,
                    CommitmentEnded _,
                    CapacityAnnounced _,
                    PartnerCountClaimed _,
                    TotalRestated _ -> null;
        };
    }

    LocalDate day() {
        return on.earliest();
    }

    private static EventDate on(@Nullable EventDate effectiveOn, Stated stated) {
        return effectiveOn == null ? stated.announcedOn() : effectiveOn;
    }
}
