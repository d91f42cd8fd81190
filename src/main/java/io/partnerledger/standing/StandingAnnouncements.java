package io.partnerledger.standing;

import io.partnerledger.announcement.RecordedAnnouncements;
import java.util.Optional;

/** Answers across announcements from the live build, once it has come as far as the log. */
public final class StandingAnnouncements implements RecordedAnnouncements {

    private final LiveStanding live;
    private final LogPositions log;

    public StandingAnnouncements(LiveStanding live, LogPositions log) {
        this.live = live;
        this.log = log;
    }

    @Override
    public boolean isRecorded(String announcement) {
        return version(announcement).isPresent();
    }

    @Override
    public Optional<String> duplicateOf(String announcement) {
        return version(announcement).map(AnnouncementVersion::duplicateOf);
    }

    private Optional<AnnouncementVersion> version(String announcement) {
        long head = log.head();
        return live.reader(head).announcement(announcement, head);
    }
}
