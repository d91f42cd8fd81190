package io.partnerledger.organization.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.Decision.Accepted;
import io.partnerledger.announcement.Decision.Refused;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationCommand;
import io.partnerledger.organization.OrganizationCommand.AddAlias;
import io.partnerledger.organization.OrganizationCommand.AssignIdentifiers;
import io.partnerledger.organization.OrganizationCommand.MergeOrganization;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.organization.OrganizationCommand.RenameOrganization;
import io.partnerledger.organization.OrganizationCommand.ReverseMerge;
import io.partnerledger.organization.OrganizationEvent;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class OrganizationDecisionPropertiesTest {

    @Property
    void everyAcceptedCommandIsOneEventAndReplayingThemGivesTheState(
            @ForAll("conversations") List<OrganizationCommand> commands) {
        List<OrganizationEvent> log = new ArrayList<>();
        OrganizationState live = OrganizationState.UNKNOWN;
        for (OrganizationCommand command : commands) {
            switch (OrganizationDecider.decide(command, live)) {
                case Accepted<OrganizationEvent>(var events) -> {
                    assertThat(events).hasSize(1);
                    log.addAll(events);
                    live = OrganizationEvolution.evolve(live, events.getFirst());
                    assertThat(live.revision()).isEqualTo(log.size());
                }
                case Refused<OrganizationEvent>(var rejections) ->
                    assertThat(rejections).isNotEmpty();
            }
        }
        OrganizationState replayed = OrganizationState.UNKNOWN;
        for (OrganizationEvent event : log) {
            replayed = OrganizationEvolution.evolve(replayed, event);
        }
        assertThat(replayed).isEqualTo(live);
    }

    @Provide
    Arbitrary<List<OrganizationCommand>> conversations() {
        Arbitrary<String> text = Arbitraries.of("Meta", "meta", "Facebook", "", "?", "Other Inc.");
        Arbitrary<String> id = Arbitraries.of("meta", "facebook", "");
        Arbitrary<@Nullable Long> revision = Arbitraries.longs().between(0, 5).injectNull(0.8);
        Arbitrary<Identifiers> identifiers = Combinators.combine(
                        Arbitraries.of("380", "Q380", "Q1").injectNull(0.5),
                        Arbitraries.of("1326801", "x").injectNull(0.5))
                .as((wikidata, cik) -> new Identifiers(null, wikidata, null, cik, null));
        Arbitrary<OrganizationCommand> command = Arbitraries.oneOf(
                Combinators.combine(id, text, text.list().ofMaxSize(2), identifiers)
                        .as(RegisterOrganization::new),
                Combinators.combine(id, revision, text, text.injectNull(0.5)).as(RenameOrganization::new),
                Combinators.combine(id, revision, text).as(AddAlias::new),
                Combinators.combine(id, revision, identifiers).as(AssignIdentifiers::new),
                Combinators.combine(id, revision, id, text)
                        .as((of, seen, into, reason) -> new MergeOrganization(of, seen, into, null, null, reason)),
                Combinators.combine(id, revision, text).as(ReverseMerge::new));
        return command.list().ofMaxSize(30);
    }
}
