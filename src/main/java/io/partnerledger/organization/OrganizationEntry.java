package io.partnerledger.organization;

import io.partnerledger.announcement.Changed;

/**
 * Changes the registry as part of the unit of work in progress, under all rules that hold for requests, those across
 * organizations too. What the unit of work did before is seen, nothing is stored before it commits. Throws {@link
 * io.partnerledger.announcement.Rejected} where the registry refuses.
 */
@FunctionalInterface
public interface OrganizationEntry {

    /** Does what is asked of one organization. */
    Changed carryOut(OrganizationCommand command);
}
