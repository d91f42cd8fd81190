package io.partnerledger.announcement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to one announcement. Nothing here is ever changed or taken away; nothing here validates. */
public sealed interface AnnouncementEvent {

    /** The announcement it happened to. */
    String announcement();

    /** The announcement was entered. */
    record AnnouncementRecorded(String announcement, EventDate announcedOn, Source source, List<Statement> statements)
            implements AnnouncementEvent {}

    /** What is given replaced what stood; {@code evidence} is the source that corrects. */
    record AnnouncementCorrected(
            String announcement,
            String reason,
            @Nullable Source evidence,
            @Nullable Source source,
            @Nullable EventDate announcedOn,
            @Nullable List<Statement> statements)
            implements AnnouncementEvent {}

    /** A source contested the statements at these indexes of this revision; no indexes means all. */
    record AnnouncementDisputed(
            String announcement, long revision, @Nullable String reason, Source source, List<Integer> statements)
            implements AnnouncementEvent {
        public AnnouncementDisputed {
            statements = statements == null ? List.of() : List.copyOf(statements);
        }
    }

    /** A source bore out the statements at these indexes of this revision; no indexes means all. */
    record AnnouncementCorroborated(
            String announcement, long revision, @Nullable String reason, Source source, List<Integer> statements)
            implements AnnouncementEvent {
        public AnnouncementCorroborated {
            statements = statements == null ? List.of() : List.copyOf(statements);
        }
    }

    /** An editor preferred or deprecated the announcement, or took either back. */
    record AnnouncementRanked(String announcement, Rank rank, String reason) implements AnnouncementEvent {}

    /** The announcement tells again what another tells. */
    record AnnouncementDuplicateLinked(String announcement, String duplicateOf, String reason)
            implements AnnouncementEvent {}

    /** The duplicate link was taken back. */
    record AnnouncementDuplicateUnlinked(
            String announcement, @Nullable String reason) implements AnnouncementEvent {}

    /** The announcement was withdrawn. */
    record AnnouncementRetracted(
            String announcement, String reason, @Nullable Source source) implements AnnouncementEvent {}

    /** The announcement was brought back with its last content. */
    record AnnouncementReinstated(
            String announcement, String reason, @Nullable Source source) implements AnnouncementEvent {}
}
