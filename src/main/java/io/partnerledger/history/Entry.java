package io.partnerledger.history;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.Statement;
import io.partnerledger.standing.AnnouncementVersion;
import io.partnerledger.standing.AnnouncementVersion.Remark;
import io.partnerledger.standing.StandingReader;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An announcement as it stands: its content in force, and what became of it. */
record Entry(
        String id,
        long revision,
        long position,
        Instant recordedAt,
        Status status,
        EventDate announcedOn,
        Source source,
        List<Statement> statements,
        Rank rank,
        @Nullable String rankReason,
        @Nullable String duplicateOf,
        List<Remark> remarks) {

    /** Whether an announcement counts, and if not, why. */
    enum Status {
        STANDING,
        RETRACTED,
        DEPRECATED,
        DUPLICATE
    }

    static Entry of(AnnouncementVersion version, StandingReader reader, long position) {
        return new Entry(
                version.announcement(),
                version.revision(),
                version.position(),
                version.recordedAt(),
                statusOf(version, reader, position),
                version.announcedOn(),
                version.source(),
                version.statements(),
                version.rank(),
                version.rankReason(),
                version.duplicateOf(),
                version.remarks());
    }

    private static Status statusOf(AnnouncementVersion version, StandingReader reader, long position) {
        if (version.retracted()) {
            return Status.RETRACTED;
        }
        if (version.rank() == Rank.DEPRECATED) {
            return Status.DEPRECATED;
        }
        return reader.repeatsALiveOne(version, position) ? Status.DUPLICATE : Status.STANDING;
    }
}
