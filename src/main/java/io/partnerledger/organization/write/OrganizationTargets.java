package io.partnerledger.organization.write;

import io.partnerledger.organization.OrganizationCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

/**
 * Says which organization a command is for, so that commands need no annotation of Axon's. No version goes with it: the
 * decider compares revisions, and refuses a stale one with what to do.
 */
@Component
class OrganizationTargets implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        if (command.getPayload() instanceof OrganizationCommand asked) {
            Object stream = Organization.stream(asked.organization());
            return new VersionedAggregateIdentifier(stream, null);
        }
        throw new IllegalArgumentException("Not asked of an organization: " + command.getCommandName());
    }
}
