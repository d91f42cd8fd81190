package io.partnerledger.exchange.write;

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
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorroborated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDisputed;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateLinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateUnlinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRanked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementReinstated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRetracted;
import io.partnerledger.organization.OrganizationCommand;
import io.partnerledger.organization.OrganizationCommand.AddAlias;
import io.partnerledger.organization.OrganizationCommand.AssignIdentifiers;
import io.partnerledger.organization.OrganizationCommand.MergeOrganization;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.organization.OrganizationCommand.RenameOrganization;
import io.partnerledger.organization.OrganizationCommand.ReverseMerge;
import io.partnerledger.organization.OrganizationEvent;
import io.partnerledger.organization.OrganizationEvent.OrganizationAliasAdded;
import io.partnerledger.organization.OrganizationEvent.OrganizationIdentifierAssigned;
import io.partnerledger.organization.OrganizationEvent.OrganizationMergeReversed;
import io.partnerledger.organization.OrganizationEvent.OrganizationMerged;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.organization.OrganizationEvent.OrganizationRenamed;
import java.util.Map;

/** The command that asks here for what an event says happened elsewhere. */
final class EventCommands {

    private EventCommands() {}

    /**
     * @param id the announcement's id in this ledger
     * @param idHere the ids in this ledger of announcements that have another one elsewhere
     */
    static AnnouncementCommand of(AnnouncementEvent event, String id, Map<String, String> idHere) {
        return switch (event) {
            case AnnouncementRecorded e -> new RecordAnnouncement(id, e.announcedOn(), e.source(), e.statements());
            case AnnouncementCorrected e ->
                new CorrectAnnouncement(
                        id, null, e.reason(), e.evidence(), e.source(), e.announcedOn(), e.statements());
            case AnnouncementDisputed e -> new DisputeAnnouncement(id, null, e.reason(), e.source(), e.statements());
            case AnnouncementCorroborated e ->
                new CorroborateAnnouncement(id, null, e.reason(), e.source(), e.statements());
            case AnnouncementRanked e -> new RankAnnouncement(id, null, e.rank(), e.reason());
            case AnnouncementDuplicateLinked e ->
                new LinkDuplicate(id, null, idHere.getOrDefault(e.duplicateOf(), e.duplicateOf()), e.reason());
            case AnnouncementDuplicateUnlinked e -> new UnlinkDuplicate(id, null, e.reason());
            case AnnouncementRetracted e -> new RetractAnnouncement(id, null, e.reason(), e.source());
            case AnnouncementReinstated e -> new ReinstateAnnouncement(id, null, e.reason(), e.source());
        };
    }

    static OrganizationCommand of(OrganizationEvent event) {
        String id = event.organization();
        return switch (event) {
            case OrganizationRegistered e -> new RegisterOrganization(id, e.name(), e.aliases(), e.identifiers());
            case OrganizationRenamed e -> new RenameOrganization(id, null, e.name(), e.reason());
            case OrganizationAliasAdded e -> new AddAlias(id, null, e.alias());
            case OrganizationIdentifierAssigned e -> new AssignIdentifiers(id, null, e.identifiers());
            case OrganizationMerged e -> new MergeOrganization(id, null, e.into(), e.on(), e.source(), e.reason());
            case OrganizationMergeReversed e -> new ReverseMerge(id, null, e.reason());
        };
    }
}
