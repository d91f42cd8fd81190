package io.partnerledger.bench;

import io.partnerledger.announcement.AnnouncementCommand.RecordAnnouncement;
import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.Decision.Accepted;
import io.partnerledger.announcement.Decision.Refused;
import io.partnerledger.announcement.Rejected;
import io.partnerledger.announcement.decision.AnnouncementDecider;
import io.partnerledger.announcement.decision.AnnouncementState;
import io.partnerledger.wire.StreamIds;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * An announcement as Axon's reference guide creates an aggregate: by a constructor, for which the event store is asked
 * nothing. It decides as the ledger's does, and stores the same event under the same names.
 */
@AggregateRoot(type = "announcement")
final class StockAnnouncement {

    /** Axon reads it. */
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String stream;

    /** Axon calls it. */
    StockAnnouncement() {}

    @CommandHandler
    StockAnnouncement(RecordAnnouncement command) {
        switch (AnnouncementDecider.decide(command, AnnouncementState.ABSENT)) {
            case Accepted<AnnouncementEvent> accepted -> accepted.events().forEach(AggregateLifecycle::apply);
            case Refused<AnnouncementEvent> refused -> throw new Rejected(refused.rejections());
        }
    }

    @EventSourcingHandler
    void on(AnnouncementRecorded event) {
        stream = StreamIds.ofAnnouncement(event.announcement());
    }
}
