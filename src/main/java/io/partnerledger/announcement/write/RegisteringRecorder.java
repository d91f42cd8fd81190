package io.partnerledger.announcement.write;

import io.partnerledger.announcement.Changed;
import io.partnerledger.organization.Registrar;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Registers organizations and records the announcement that names them in one unit of work, so that they enter the log
 * in one append, the registrations first. A refusal of any of them rolls all of them back.
 */
@Component
class RegisteringRecorder {

    private final Registrar registrar;
    private final Repository<Announcement> announcements;

    RegisteringRecorder(Registrar registrar, Repository<Announcement> announcements) {
        this.registrar = registrar;
        this.announcements = announcements;
    }

    @CommandHandler
    Changed handle(RecordRegistering command) throws Exception {
        command.organizations().forEach(registrar::register);
        return announcements
                .loadOrCreate(Announcement.stream(command.announcement().announcement()), Announcement::new)
                .invoke(announcement -> announcement.handle(command.announcement()));
    }
}
