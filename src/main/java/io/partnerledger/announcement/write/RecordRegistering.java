package io.partnerledger.announcement.write;

import io.partnerledger.announcement.AnnouncementCommand.RecordAnnouncement;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import java.util.List;

/**
 * Enter a new announcement together with the organizations that it names and the registry does not know yet: all of it
 * or nothing.
 */
public record RecordRegistering(List<RegisterOrganization> organizations, RecordAnnouncement announcement) {}
