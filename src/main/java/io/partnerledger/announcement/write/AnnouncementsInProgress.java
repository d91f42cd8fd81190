package io.partnerledger.announcement.write;

import io.partnerledger.announcement.AnnouncementCommand;
import io.partnerledger.announcement.AnnouncementCommand.LinkDuplicate;
import io.partnerledger.announcement.AnnouncementCommand.RecordAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.UnlinkDuplicate;
import io.partnerledger.announcement.RecordedAnnouncements;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The announcements of the log, and before them what the unit of work in progress did and has not committed yet. */
@Component
@Primary
final class AnnouncementsInProgress implements RecordedAnnouncements {

    private final RecordedAnnouncements stored;

    /** What an announcement is linked to; null: to nothing. */
    private record Link(@Nullable String target) {}

    AnnouncementsInProgress(@Qualifier("recordedAnnouncements") RecordedAnnouncements stored) {
        this.stored = stored;
    }

    /** Takes up what was carried out. */
    static void note(AnnouncementCommand command) {
        Map<String, Link> links = CurrentUnitOfWork.get()
                .root()
                .getOrComputeResource(AnnouncementsInProgress.class.getName(), _ -> new HashMap<>());
        if (command instanceof LinkDuplicate link) {
            links.put(link.announcement(), new Link(link.duplicateOf()));
        } else if (command instanceof RecordAnnouncement || command instanceof UnlinkDuplicate) {
            links.put(command.announcement(), new Link(null));
        }
    }

    private static @Nullable Link pending(String announcement) {
        Map<String, Link> links = CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get().root().getResource(AnnouncementsInProgress.class.getName())
                : null;
        return links == null ? null : links.get(announcement);
    }

    @Override
    public boolean isRecorded(String announcement) {
        return pending(announcement) != null || stored.isRecorded(announcement);
    }

    @Override
    public Optional<String> duplicateOf(String announcement) {
        Link link = pending(announcement);
        return link == null ? stored.duplicateOf(announcement) : Optional.ofNullable(link.target);
    }
}
