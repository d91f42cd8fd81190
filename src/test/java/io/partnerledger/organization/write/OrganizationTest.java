package io.partnerledger.organization.write;

import static io.partnerledger.announcement.Rejection.Code.NOT_MERGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.partnerledger.announcement.Changed;
import io.partnerledger.announcement.Rejected;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationCommand;
import io.partnerledger.organization.OrganizationCommand.AddAlias;
import io.partnerledger.organization.OrganizationCommand.AssignIdentifiers;
import io.partnerledger.organization.OrganizationCommand.MergeOrganization;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.organization.OrganizationCommand.RenameOrganization;
import io.partnerledger.organization.OrganizationCommand.ReverseMerge;
import io.partnerledger.organization.OrganizationEvent.OrganizationAliasAdded;
import io.partnerledger.organization.OrganizationEvent.OrganizationIdentifierAssigned;
import io.partnerledger.organization.OrganizationEvent.OrganizationMergeReversed;
import io.partnerledger.organization.OrganizationEvent.OrganizationMerged;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.organization.OrganizationEvent.OrganizationRenamed;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** The wiring: what is decided is tested without Axon. */
class OrganizationTest {

    private static final String ID = "facebook";
    private static final Identifiers CIK = new Identifiers(null, null, null, "1326801", null);
    private static final OrganizationRegistered REGISTERED =
            new OrganizationRegistered(ID, "Facebook", List.of(), Identifiers.NONE);
    private static final OrganizationMerged MERGED = new OrganizationMerged(ID, "meta", null, null, "one company");

    private final FixtureConfiguration<Organization> fixture =
            new AggregateTestFixture<>(Organization.class).registerCommandTargetResolver(new OrganizationTargets());

    @Test
    void registeringStartsTheStreamOfTheOrganization() {
        fixture.givenNoPriorActivity()
                .when(new RegisterOrganization(ID, "Facebook", List.of(), Identifiers.NONE))
                .expectEvents(REGISTERED)
                .expectResultMessagePayload(new Changed(ID, 1));

        assertThat(fixture.getEventStore().readEvents("organization/" + ID).asStream())
                .extracting(DomainEventMessage::getType)
                .containsExactly("organization");
    }

    @Test
    void renaming() {
        fixture.given(REGISTERED)
                .when(new RenameOrganization(ID, 1L, "Meta", null))
                .expectEvents(new OrganizationRenamed(ID, "Meta", null))
                .expectResultMessagePayload(new Changed(ID, 2));
    }

    @Test
    void addingAnAlias() {
        fixture.given(REGISTERED)
                .when(new AddAlias(ID, null, "TheFacebook"))
                .expectEvents(new OrganizationAliasAdded(ID, "TheFacebook"));
    }

    @Test
    void assigningIdentifiers() {
        fixture.given(REGISTERED)
                .when(new AssignIdentifiers(ID, null, CIK))
                .expectEvents(new OrganizationIdentifierAssigned(ID, CIK));
    }

    @Test
    void merging() {
        fixture.given(REGISTERED)
                .when(new MergeOrganization(ID, null, "meta", null, null, "one company"))
                .expectEvents(MERGED);
    }

    @Test
    void reversingAMerge() {
        fixture.given(REGISTERED, MERGED)
                .when(new ReverseMerge(ID, 2L, "two companies"))
                .expectEvents(new OrganizationMergeReversed(ID, "two companies"))
                .expectResultMessagePayload(new Changed(ID, 3));
    }

    @Test
    void aRefusalStoresNothing() {
        fixture.given(REGISTERED)
                .when(new ReverseMerge(ID, null, "r"))
                .expectNoEvents()
                .expectException(matches(thrown -> thrown instanceof Rejected rejected
                        && rejected.rejections().getFirst().code() == NOT_MERGED));
    }

    @Test
    void whatWasNeverRegisteredIsRefusedLikeAnythingElse() {
        fixture.givenNoPriorActivity()
                .when(new AddAlias(ID, null, "x"))
                .expectNoEvents()
                .expectException(Rejected.class);
    }

    @Test
    void everyCommandHasItsHandler() {
        assertThat(Stream.of(Organization.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                        .map(method -> method.getParameterTypes()[0]))
                .containsExactlyInAnyOrder(OrganizationCommand.class.getPermittedSubclasses());
    }
}
