package io.partnerledger.organization.write;

import io.partnerledger.announcement.Changed;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.organization.Registrar;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Registers through Axon's repository, whose unit of work appends all its events at once. */
@Component
class RepositoryRegistrar implements Registrar {

    private final Repository<Organization> organizations;

    RepositoryRegistrar(@Qualifier("organizationRepository") Repository<Organization> organizations) {
        this.organizations = organizations;
    }

    @Override
    public Changed register(RegisterOrganization command) {
        Changed registered = organization(command.organization()).invoke(organization -> organization.handle(command));
        RegistryInProgress.note(command);
        return registered;
    }

    private Aggregate<Organization> organization(String id) {
        try {
            return organizations.loadOrCreate(Organization.stream(id), Organization::new);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // The interface allows a factory to throw anything; a constructor without a body cannot.
            throw new IllegalStateException(e);
        }
    }
}
