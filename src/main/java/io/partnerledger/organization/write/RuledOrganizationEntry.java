package io.partnerledger.organization.write;

import io.partnerledger.announcement.Changed;
import io.partnerledger.organization.OrganizationCommand;
import io.partnerledger.organization.OrganizationCommand.AddAlias;
import io.partnerledger.organization.OrganizationCommand.AssignIdentifiers;
import io.partnerledger.organization.OrganizationCommand.MergeOrganization;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.organization.OrganizationCommand.RenameOrganization;
import io.partnerledger.organization.OrganizationCommand.ReverseMerge;
import io.partnerledger.organization.OrganizationEntry;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Asks the rules across organizations, then the organization itself, and lets what follows in the unit of work know. */
@Component
class RuledOrganizationEntry implements OrganizationEntry {

    private final RegistryRules rules;
    private final Repository<Organization> organizations;

    RuledOrganizationEntry(
            RegistryRules rules, @Qualifier("organizationRepository") Repository<Organization> organizations) {
        this.rules = rules;
        this.organizations = organizations;
    }

    @Override
    public Changed carryOut(OrganizationCommand command) {
        OrganizationCommand ruled = ruled(command);
        try {
            Changed changed = organizations
                    .loadOrCreate(Organization.stream(ruled.organization()), Organization::new)
                    .invoke(organization -> organization.decide(ruled));
            RegistryInProgress.note(ruled);
            return changed;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // The interface allows a factory to throw anything; a constructor without a body cannot.
            throw new IllegalStateException(e);
        }
    }

    private OrganizationCommand ruled(OrganizationCommand command) {
        switch (command) {
            case RegisterOrganization c -> rules.requireFreeNames(c);
            case RenameOrganization c -> rules.requireFreeName(c.organization(), c.name(), "/name");
            case AddAlias c -> rules.requireFreeName(c.organization(), c.alias(), "/alias");
            case MergeOrganization c -> {
                String into = rules.requireMergeTarget(c.organization(), c.into());
                return new MergeOrganization(
                        c.organization(), c.expectedRevision(), into, c.on(), c.source(), c.reason());
            }
            case AssignIdentifiers _, ReverseMerge _ -> {}
        }
        return command;
    }
}
