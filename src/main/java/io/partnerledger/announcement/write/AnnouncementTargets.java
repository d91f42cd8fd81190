package io.partnerledger.announcement.write;

import io.partnerledger.announcement.AnnouncementCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.stereotype.Component;

/**
 * Says which announcement a command is for, so that commands need no annotation of Axon's. No version goes with it: the
 * decider compares revisions, and refuses a stale one with what to do.
 */
@Component
class AnnouncementTargets implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        if (command.getPayload() instanceof AnnouncementCommand asked) {
            Object stream = Announcement.stream(asked.announcement());
            return new VersionedAggregateIdentifier(stream, null);
        }
        throw new IllegalArgumentException("Not asked of an announcement: " + command.getCommandName());
    }
}
