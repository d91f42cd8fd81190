package io.partnerledger.announcement.write;

import io.partnerledger.announcement.AnnouncementCommand;
import io.partnerledger.announcement.AnnouncementCommand.CorrectAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.CorroborateAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.DisputeAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.LinkDuplicate;
import io.partnerledger.announcement.AnnouncementCommand.RankAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.RecordAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.ReinstateAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.RetractAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.UnlinkDuplicate;
import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.Changed;
import io.partnerledger.announcement.Decision.Accepted;
import io.partnerledger.announcement.Decision.Refused;
import io.partnerledger.announcement.Rejected;
import io.partnerledger.announcement.decision.AnnouncementDecider;
import io.partnerledger.announcement.decision.AnnouncementEvolution;
import io.partnerledger.announcement.decision.AnnouncementState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One announcement behind Axon's command bus. It decides nothing: the decider does, also on what was never recorded,
 * which is why every handler may find the aggregate missing. Axon picks a handler by a command's own class, never by a
 * sealed parent, hence one for each.
 */
@Aggregate(type = "announcement", commandTargetResolver = "announcementTargets", repository = "announcementRepository")
public class Announcement {

    /** Axon reads it. */
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String stream;

    private AnnouncementState state = AnnouncementState.ABSENT;

    Announcement() {}

    /** The stream of an announcement; streams of all kinds share one name space. */
    static String stream(String announcement) {
        return "announcement/" + announcement;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Changed handle(RecordAnnouncement command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Changed handle(CorrectAnnouncement command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Changed handle(DisputeAnnouncement command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Changed handle(CorroborateAnnouncement command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Changed handle(RankAnnouncement command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Changed handle(LinkDuplicate command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Changed handle(UnlinkDuplicate command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Changed handle(RetractAnnouncement command) {
        return decide(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Changed handle(ReinstateAnnouncement command) {
        return decide(command);
    }

    Changed decide(AnnouncementCommand command) {
        return switch (AnnouncementDecider.decide(command, state)) {
            case Accepted<AnnouncementEvent> accepted -> {
                accepted.events().forEach(AggregateLifecycle::apply);
                yield new Changed(command.announcement(), state.revision());
            }
            case Refused<AnnouncementEvent> refused -> throw new Rejected(refused.rejections());
        };
    }

    @EventSourcingHandler
    void on(AnnouncementEvent event) {
        stream = stream(event.announcement());
        state = AnnouncementEvolution.evolve(state, event);
    }
}
