package io.partnerledger.announcement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of one announcement. {@code expectedRevision} is the revision that the asker has seen, or null if
 * any will do. Organizations are already resolved to ids. Time and ids come in from the edge.
 */
public sealed interface AnnouncementCommand {

    /** The announcement that is asked. */
    String announcement();

    /** The revision that the asker has seen; null if any will do. */
    @Nullable
    Long expectedRevision();

    /** Enter a new announcement. */
    record RecordAnnouncement(String announcement, EventDate announcedOn, Source source, List<Statement> statements)
            implements AnnouncementCommand {
        @Override
        public @Nullable Long expectedRevision() {
            return null;
        }
    }

    /** Replace what is given; {@code evidence} is the source that corrects. */
    record CorrectAnnouncement(
            String announcement,
            @Nullable Long expectedRevision,
            String reason,
            @Nullable Source evidence,
            @Nullable Source source,
            @Nullable EventDate announcedOn,
            @Nullable List<Statement> statements)
            implements AnnouncementCommand {}

    /** A source contests the announcement, or the statements at these indexes. */
    record DisputeAnnouncement(
            String announcement,
            @Nullable Long expectedRevision,
            @Nullable String reason,
            Source source,
            List<Integer> statements)
            implements AnnouncementCommand {}

    /** A source bears the announcement out, or the statements at these indexes. */
    record CorroborateAnnouncement(
            String announcement,
            @Nullable Long expectedRevision,
            @Nullable String reason,
            Source source,
            List<Integer> statements)
            implements AnnouncementCommand {}

    /** Prefer or deprecate the announcement, or take either back. */
    record RankAnnouncement(String announcement, @Nullable Long expectedRevision, Rank rank, String reason)
            implements AnnouncementCommand {}

    /** Mark the announcement as telling again what another tells. */
    record LinkDuplicate(String announcement, @Nullable Long expectedRevision, String duplicateOf, String reason)
            implements AnnouncementCommand {}

    /** Take the duplicate link back. */
    record UnlinkDuplicate(
            String announcement,
            @Nullable Long expectedRevision,
            @Nullable String reason) implements AnnouncementCommand {}

    /** Withdraw the announcement from every view; its history stays. */
    record RetractAnnouncement(
            String announcement,
            @Nullable Long expectedRevision,
            String reason,
            @Nullable Source source) implements AnnouncementCommand {}

    /** Bring a retracted announcement back with its last content. */
    record ReinstateAnnouncement(
            String announcement,
            @Nullable Long expectedRevision,
            String reason,
            @Nullable Source source) implements AnnouncementCommand {}
}
