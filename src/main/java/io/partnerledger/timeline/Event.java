package io.partnerledger.timeline;

import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorroborated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDisputed;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateLinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateUnlinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRanked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementReinstated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRetracted;
import io.partnerledger.announcement.Source;
import io.partnerledger.organization.OrganizationEvent;
import io.partnerledger.organization.OrganizationEvent.OrganizationAliasAdded;
import io.partnerledger.organization.OrganizationEvent.OrganizationIdentifierAssigned;
import io.partnerledger.organization.OrganizationEvent.OrganizationMergeReversed;
import io.partnerledger.organization.OrganizationEvent.OrganizationMerged;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.organization.OrganizationEvent.OrganizationRenamed;
import io.partnerledger.wire.EnumNames;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the log holds of an entry: when it was recorded, what it did in a few words, why, and on whose word. */
record Event(
        Instant recordedAt,
        String did,
        @Nullable String reason,
        @Nullable Source source) {

    /** The entry of an announcement's or an organization's event, or of nothing else. */
    static Event of(Object event, Instant recordedAt, Headlines headlines) {
        return switch (event) {
            case AnnouncementEvent e -> of(e, recordedAt);
            case OrganizationEvent e -> of(e, recordedAt, headlines);
            default -> throw new IllegalArgumentException(event + " is on no timeline");
        };
    }

    private static Event of(AnnouncementEvent event, Instant at) {
        return switch (event) {
            case AnnouncementRecorded e -> new Event(at, "is recorded", null, e.source());
            case AnnouncementCorrected e -> new Event(at, "is corrected", e.reason(), e.evidence());
            case AnnouncementDisputed e ->
                new Event(at, "is disputed by " + e.source().publisher(), e.reason(), e.source());
            case AnnouncementCorroborated e ->
                new Event(at, "is corroborated by " + e.source().publisher(), e.reason(), e.source());
            case AnnouncementRanked e -> new Event(at, "is ranked " + EnumNames.of(e.rank()), e.reason(), null);
            case AnnouncementDuplicateLinked e ->
                new Event(at, "is linked as a duplicate of " + e.duplicateOf(), e.reason(), null);
            case AnnouncementDuplicateUnlinked e -> new Event(at, "is no longer a duplicate", e.reason(), null);
            case AnnouncementRetracted e -> new Event(at, "is retracted", e.reason(), e.source());
            case AnnouncementReinstated e -> new Event(at, "is reinstated", e.reason(), e.source());
        };
    }

    private static Event of(OrganizationEvent event, Instant at, Headlines headlines) {
        return switch (event) {
            case OrganizationRegistered _ -> new Event(at, "is registered", null, null);
            case OrganizationRenamed e -> new Event(at, "is renamed " + e.name(), e.reason(), null);
            case OrganizationAliasAdded e -> new Event(at, "is also called " + e.alias(), null, null);
            case OrganizationIdentifierAssigned _ -> new Event(at, "is identified", null, null);
            case OrganizationMerged e ->
                new Event(at, "is merged into " + headlines.name(e.into()), e.reason(), e.source());
            case OrganizationMergeReversed e -> new Event(at, "is no longer merged", e.reason(), null);
        };
    }
}
