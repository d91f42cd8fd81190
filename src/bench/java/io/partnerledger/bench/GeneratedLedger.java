package io.partnerledger.bench;

import io.partnerledger.announcement.Amount;
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
import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.Statement;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;

/**
 * The events of a generated ledger, in order: its organizations, then announcements of which about one in eight is
 * followed up (corrected, disputed, corroborated, ranked, linked, retracted). Of the events of the announcements an
 * eighth are such later ones. Nothing is held but what comes next.
 */
final class GeneratedLedger implements Iterator<GeneratedLedger.Entry> {

    private final Announcements announcements;
    private final long events;
    private final Queue<Entry> ahead = new ArrayDeque<>();
    private long given;
    private int organization = -1;
    private long announcement;

    /** An event with its place in its stream. */
    record Entry(Object event, long sequence) {}

    GeneratedLedger(Announcements announcements, long events) {
        this.announcements = announcements;
        this.events = events;
    }

    @Override
    public boolean hasNext() {
        return given < events;
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        given++;
        if (organization < announcements.parties().count()) {
            String id = organization < 0 ? Parties.SUBJECT : Parties.id(organization);
            organization++;
            return new Entry(new OrganizationRegistered(id, id, List.of(id + " inc"), Identifiers.NONE), 0);
        }
        if (ahead.isEmpty()) {
            produce(announcement++);
        }
        return ahead.remove();
    }

    private void produce(long n) {
        Announcements.Said said = announcements.said(n);
        ahead.add(new Entry(
                new AnnouncementRecorded(Announcements.id(n), said.on(), said.source(), said.statements()), 0));
        if (n % 8 == 7) {
            ahead.add(new Entry(followUp(n - 4), 1));
        }
        if (n % 64 == 63) {
            ahead.add(new Entry(secondFollowUp(n - 60), 2));
        }
    }

    private AnnouncementEvent followUp(long n) {
        String id = Announcements.id(n);
        Announcements.Said said = announcements.said(n);
        return switch ((int) (n / 8 % 10)) {
            case 0, 1, 2, 3 ->
                new AnnouncementCorrected(
                        id, "the source corrected its figure", null, null, null, corrected(said.statements()));
            case 4, 5 ->
                new AnnouncementCorroborated(
                        id, 1, null, announcements.said(n + 1).source(), List.of());
            case 6 ->
                new AnnouncementDisputed(
                        id, 1, "denied", announcements.said(n + 2).source(), List.of(0));
            case 7 -> new AnnouncementRanked(id, Rank.DEPRECATED, "a rewrite of an older report");
            case 8 -> new AnnouncementDuplicateLinked(id, Announcements.id(n - 1), "the same report");
            default -> new AnnouncementRetracted(id, "withdrawn by its publisher", null);
        };
    }

    private AnnouncementEvent secondFollowUp(long n) {
        String id = Announcements.id(n);
        return switch ((int) (n / 8 % 10)) {
            case 8 -> new AnnouncementDuplicateUnlinked(id, "it tells more");
            case 9 -> new AnnouncementReinstated(id, "published again", null);
            default ->
                new AnnouncementCorroborated(
                        id, 2, null, announcements.said(n + 3).source(), List.of());
        };
    }

    private static List<Statement> corrected(List<Statement> statements) {
        return statements.stream()
                .map(statement -> statement instanceof Statement.CommitmentMade made
                        ? new Statement.CommitmentMade(
                                made.deal(),
                                made.from(),
                                made.to(),
                                made.instrument(),
                                made.stage(),
                                doubled(made.amount()),
                                made.conditions(),
                                made.period())
                        : statement)
                .toList();
    }

    private static Amount doubled(Amount amount) {
        return amount.value() == null
                ? amount
                : new Amount(
                        amount.qualifier(),
                        amount.value().add(amount.value()),
                        null,
                        null,
                        amount.currency(),
                        amount.printed());
    }
}
