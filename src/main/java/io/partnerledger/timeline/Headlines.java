package io.partnerledger.timeline;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.Stage;
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
import io.partnerledger.deals.Parties;
import io.partnerledger.standing.Registry;
import io.partnerledger.wire.EnumNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says each statement in one line, with the organizations' names and, where it names only a deal, the deal's parties. */
final class Headlines {

    private final Registry registry;
    private final Function<String, Optional<Parties>> parties;

    Headlines(Registry registry, Function<String, Optional<Parties>> parties) {
        this.registry = registry;
        this.parties = parties;
    }

    String of(Statement statement) {
        return switch (statement) {
            case PartnerAdded s -> added(s);
            case PartnerRemoved s -> removed(s);
            case CommitmentMade s -> made(s);
            case CommitmentAmended s -> amended(s);
            case TranchePaid s -> paid(s);
            case CommitmentEnded s -> between(s.deal()) + " is " + EnumNames.of(s.outcome()) + " (" + s.deal() + ")";
            case CapacityAnnounced s -> capacity(s);
            case PartnerCountClaimed s ->
                "%s has %s %d %s"
                        .formatted(
                                name(s.subject()),
                                Wording.of(s.comparator()),
                                s.count(),
                                s.roles().isEmpty() ? "partners" : "partners as " + Wording.list(s.roles()));
            case TotalRestated s ->
                "%s restates a total of %s to %s%s"
                        .formatted(
                                name(s.from()),
                                Wording.of(s.amount()),
                                name(s.to()),
                                s.covers().isEmpty() ? "" : " (" + String.join(", ", s.covers()) + ")");
        };
    }

    String name(String organization) {
        return registry.nameOf(organization);
    }

    private String added(PartnerAdded s) {
        String since = s.effectiveOn() == null ? "" : " from " + s.effectiveOn();
        String products = s.products().isEmpty() ? "" : " (" + String.join(", ", s.products()) + ")";
        return name(s.partner()) + " is " + Wording.list(s.roles()) + " of " + name(s.subject()) + since + products;
    }

    private String removed(PartnerRemoved s) {
        String roles = s.roles().isEmpty() ? "a partner" : Wording.list(s.roles());
        String since = s.effectiveOn() == null ? "" : " from " + s.effectiveOn();
        String why = s.reason() == null ? "" : ": " + s.reason();
        return name(s.partner()) + " is no longer " + roles + " of " + name(s.subject()) + since + why;
    }

    private String made(CommitmentMade s) {
        String verb = switch (s.stage()) {
            case BINDING -> "commits";
            case NON_BINDING -> "means to commit";
            case RUMOURED -> "is said to commit";
        };
        String conditions = s.conditions() == null || s.conditions().isBlank() ? "" : ", conditional";
        return "%s %s %s to %s (%s, %s%s)"
                .formatted(
                        name(s.from()),
                        verb,
                        Wording.of(s.amount()),
                        name(s.to()),
                        EnumNames.of(s.instrument()),
                        EnumNames.of(s.stage()),
                        conditions);
    }

    private String amended(CommitmentAmended s) {
        List<String> changes = new ArrayList<>();
        Amount amount = s.amount();
        if (amount != null) {
            changes.add(Wording.of(amount));
        }
        Stage stage = s.stage();
        if (stage != null) {
            changes.add(EnumNames.of(stage));
        }
        if (s.conditions() != null) {
            changes.add(s.conditions().isBlank() ? "without conditions" : "conditional");
        }
        return between(s.deal()) + " is now " + String.join(", ", changes) + " (" + s.deal() + ")";
    }

    private String paid(TranchePaid s) {
        Parties known = parties.apply(s.deal()).orElse(null);
        String label = s.tranche() == null ? "" : ", " + s.tranche();
        String who = known == null
                ? Wording.of(s.amount()) + " is paid"
                : name(known.from()) + " pays " + Wording.of(s.amount()) + " to " + name(known.to());
        return who + " (" + s.deal() + label + ")";
    }

    private String capacity(CapacityAnnounced s) {
        List<String> details = new ArrayList<>(List.of(EnumNames.of(s.status())));
        details.addAll(s.products());
        add(details, "at ", s.site());
        add(details, "from ", s.onlineFrom());
        return "%s provides %s to %s (%s)"
                .formatted(
                        name(s.provider()), Wording.of(s.quantity()), name(s.customer()), String.join(", ", details));
    }

    private static void add(List<String> details, String before, @Nullable Object detail) {
        if (detail != null) {
            details.add(before + detail);
        }
    }

    private String between(String deal) {
        Parties known = parties.apply(deal).orElse(null);
        return known == null ? "The deal" : "The commitment of " + name(known.from()) + " to " + name(known.to());
    }
}
