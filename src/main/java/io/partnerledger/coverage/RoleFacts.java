package io.partnerledger.coverage;

import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.roster.HeldRole;
import io.partnerledger.roster.Partner;
import io.partnerledger.roster.Roster;
import io.partnerledger.standing.Stated;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What each role that is held rests on: the additions of its unbroken spell. */
final class RoleFacts {

    private final Roster roster;
    private final Spoken spoken;
    private final LocalDate validAt;

    private RoleFacts(Roster roster, Spoken spoken, LocalDate validAt) {
        this.roster = roster;
        this.spoken = spoken;
        this.validAt = validAt;
    }

    static Stream<Assertion> of(Roster roster, Spoken spoken, LocalDate validAt) {
        RoleFacts facts = new RoleFacts(roster, spoken, validAt);
        return roster.partners().stream()
                .flatMap(partner -> partner.roles().stream().map(role -> facts.assertion(partner, role)));
    }

    private Assertion assertion(Partner partner, HeldRole held) {
        List<Stated> told = held.announcements().stream()
                .flatMap(announcement -> spoken.in(announcement).stream())
                .filter(stated -> adds(stated, partner, held))
                .toList();
        return new Assertion(
                Fact.Kind.ROLE,
                null,
                List.of(roster.subject(), partner.id()),
                Written.kebab(held.role()) + " since " + held.sinceAsWritten(),
                told,
                Map.of(),
                false);
    }

    private boolean adds(Stated stated, Partner partner, HeldRole held) {
        return stated.statement() instanceof PartnerAdded added
                && added.subject().equals(roster.subject())
                && added.partner().equals(partner.id())
                && added.roles().contains(held.role())
                && (added.effectiveOn() == null
                        || !added.effectiveOn().earliest().isAfter(validAt));
    }
}
