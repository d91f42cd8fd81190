package io.partnerledger.announcement.write;

import io.partnerledger.announcement.Changed;
import io.partnerledger.announcement.Rejected;
import io.partnerledger.announcement.Rejection;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.organization.Registrar;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Registers organizations and records the announcement that names them in one unit of work, so that they enter the log
 * in one append, the registrations first. A refusal of any of them rolls all of them back, and names every fault.
 */
@Component
class RegisteringRecorder {

    private final Registrar registrar;
    private final Repository<Announcement> announcements;

    RegisteringRecorder(
            Registrar registrar, @Qualifier("announcementRepository") Repository<Announcement> announcements) {
        this.registrar = registrar;
        this.announcements = announcements;
    }

    @CommandHandler
    Changed handle(RecordRegistering command) throws Exception {
        List<Rejection> refused = new ArrayList<>();
        for (RegisterOrganization organization : command.organizations()) {
            try {
                registrar.register(organization);
            } catch (Rejected e) {
                e.rejections().forEach(rejection -> refused.add(ofTheWhole(organization, rejection)));
            }
        }
        Changed recorded = new Changed(command.announcement().announcement(), 0);
        try {
            recorded = announcements
                    .loadOrCreate(Announcement.stream(recorded.id()), Announcement::new)
                    .invoke(announcement -> announcement.handle(command.announcement()));
        } catch (Rejected e) {
            refused.addAll(e.rejections());
        }
        if (!refused.isEmpty()) {
            throw new Rejected(refused);
        }
        return recorded;
    }

    /** What was sent is an announcement: it has no place that the fault of a registration could point to. */
    private static Rejection ofTheWhole(RegisterOrganization organization, Rejection rejection) {
        return new Rejection(rejection.code(), "", organization.organization() + ": " + rejection.detail());
    }
}
