package io.partnerledger.organization.write;

import io.partnerledger.announcement.Changed;
import io.partnerledger.announcement.Decision.Accepted;
import io.partnerledger.announcement.Decision.Refused;
import io.partnerledger.announcement.Rejected;
import io.partnerledger.organization.OrganizationCommand;
import io.partnerledger.organization.OrganizationCommand.AddAlias;
import io.partnerledger.organization.OrganizationCommand.AssignIdentifiers;
import io.partnerledger.organization.OrganizationCommand.MergeOrganization;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.organization.OrganizationCommand.RenameOrganization;
import io.partnerledger.organization.OrganizationCommand.ReverseMerge;
import io.partnerledger.organization.OrganizationEvent;
import io.partnerledger.organization.decision.OrganizationDecider;
import io.partnerledger.organization.decision.OrganizationEvolution;
import io.partnerledger.organization.decision.OrganizationState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One organization behind Axon's command bus. It decides nothing: the decider does, also on what was never registered,
 * which is why every handler may find the aggregate missing.
 */
@Aggregate(type = "organization", commandTargetResolver = "organizationTargets")
public class Organization {

    /** Axon reads it. */
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String stream;

    private OrganizationState state = OrganizationState.UNKNOWN;

    Organization() {}

    /** The stream of an organization; streams of all kinds share one name space. */
    static String stream(String organization) {
        return "organization/" + organization;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Changed handle(RegisterOrganization command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Changed handle(RenameOrganization command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Changed handle(AddAlias command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Changed handle(AssignIdentifiers command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Changed handle(MergeOrganization command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Changed handle(ReverseMerge command) {
        return decide(command);
    }

    Changed decide(OrganizationCommand command) {
        return switch (OrganizationDecider.decide(command, state)) {
            case Accepted<OrganizationEvent> accepted -> {
                accepted.events().forEach(AggregateLifecycle::apply);
                yield new Changed(command.organization(), state.revision());
            }
            case Refused<OrganizationEvent> refused -> throw new Rejected(refused.rejections());
        };
    }

    @EventSourcingHandler
    void on(OrganizationEvent event) {
        stream = stream(event.organization());
        state = OrganizationEvolution.evolve(state, event);
    }
}
