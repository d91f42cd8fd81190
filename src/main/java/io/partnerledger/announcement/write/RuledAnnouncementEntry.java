package io.partnerledger.announcement.write;

import io.partnerledger.announcement.AnnouncementCommand;
import io.partnerledger.announcement.AnnouncementCommand.CorrectAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.LinkDuplicate;
import io.partnerledger.announcement.AnnouncementEntry;
import io.partnerledger.announcement.Changed;
import io.partnerledger.announcement.Recording;
import io.partnerledger.announcement.Statement;
import java.util.List;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Asks the rules across announcements, then the announcement itself, and lets what follows in the unit of work know. */
@Component
class RuledAnnouncementEntry implements AnnouncementEntry {

    private final PartyResolution parties;
    private final DuplicateLinks links;
    private final RegisteringRecorder recorder;
    private final Repository<Announcement> announcements;

    RuledAnnouncementEntry(
            PartyResolution parties,
            DuplicateLinks links,
            RegisteringRecorder recorder,
            @Qualifier("announcementRepository") Repository<Announcement> announcements) {
        this.parties = parties;
        this.links = links;
        this.recorder = recorder;
        this.announcements = announcements;
    }

    @Override
    public String idOf(Recording recording) {
        return parties.idOf(recording);
    }

    @Override
    public Changed record(Recording recording, boolean register) {
        RecordRegistering command = parties.resolve(recording, register);
        Changed recorded;
        try {
            recorded = recorder.handle(command);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        AnnouncementsInProgress.note(command.announcement());
        return recorded;
    }

    @Override
    public Changed carryOut(AnnouncementCommand command) {
        AnnouncementCommand ruled = ruled(command);
        try {
            Changed changed = announcements
                    .loadOrCreate(Announcement.stream(ruled.announcement()), Announcement::new)
                    .invoke(announcement -> announcement.decide(ruled));
            AnnouncementsInProgress.note(ruled);
            return changed;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // The interface allows a factory to throw anything; a constructor without a body cannot.
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<UnknownName> unknown(List<Statement> statements) {
        return parties.unknown(statements);
    }

    private AnnouncementCommand ruled(AnnouncementCommand command) {
        if (command instanceof LinkDuplicate link) {
            links.requireNoCircle(link.announcement(), link.duplicateOf());
        }
        if (command instanceof CorrectAnnouncement c && c.statements() != null) {
            return new CorrectAnnouncement(
                    c.announcement(),
                    c.expectedRevision(),
                    c.reason(),
                    c.evidence(),
                    c.source(),
                    c.announcedOn(),
                    parties.resolve(c.statements(), false).statements());
        }
        return command;
    }
}
