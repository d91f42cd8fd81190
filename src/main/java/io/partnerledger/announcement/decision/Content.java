package io.partnerledger.announcement.decision;

import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.Statement;
import java.util.List;

/** What an announcement says at one revision. It decides whether a correction corrects anything. */
public record Content(EventDate announcedOn, Source source, List<Statement> statements) {

    static Content of(AnnouncementRecorded event) {
        return new Content(event.announcedOn(), event.source(), event.statements());
    }

    /** This content with what the correction gives in place of what stood. */
    Content after(AnnouncementCorrected event) {
        return new Content(
                event.announcedOn() != null ? event.announcedOn() : announcedOn,
                event.source() != null ? event.source() : source,
                event.statements() != null ? event.statements() : statements);
    }

    /** Whether both say the same, however the numbers are written. */
    boolean saysTheSameAs(Content other) {
        return announcedOn.written().equals(other.announcedOn.written())
                && Canonical.text(source).equals(Canonical.text(other.source))
                && Canonical.texts(statements).equals(Canonical.texts(other.statements));
    }
}
