package io.partnerledger.organization;

import io.partnerledger.announcement.Changed;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;

/**
 * Registers an organization as part of the unit of work in progress, so that it is stored together with what else
 * happens there, or not at all. Throws {@link io.partnerledger.announcement.Rejected} where the registry refuses.
 */
@FunctionalInterface
public interface Registrar {

    /** Registers the organization; nothing is stored before the unit of work commits. */
    Changed register(RegisterOrganization command);
}
