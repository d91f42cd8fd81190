package io.partnerledger.exchange.write;

import io.partnerledger.announcement.AnnouncementEntry;
import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.Recording;
import io.partnerledger.announcement.Rejected;
import io.partnerledger.announcement.Rejection;
import io.partnerledger.exchange.write.ImportReport.Item;
import io.partnerledger.exchange.write.ImportReport.Outcome;
import io.partnerledger.log.EventLog;
import io.partnerledger.log.Published;
import io.partnerledger.organization.OrganizationEntry;
import io.partnerledger.organization.OrganizationEvent;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.platform.Problem.Fault;
import io.partnerledger.wire.EnumNames;
import io.partnerledger.wire.Envelope;
import io.partnerledger.wire.JournalEntry;
import io.partnerledger.wire.MalformedLine;
import io.partnerledger.wire.MalformedRequest;
import io.partnerledger.wire.StreamIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the lines of an import once, within the unit of work in progress. Each line is a unit of work of its
 * own within that: a refused one leaves nothing behind, and what one line did, the next one sees.
 */
final class ImportPass {

    /** How many faults are told: a small body could have millions. */
    static final int MOST_FAULTS = 1_000;

    private final AnnouncementEntry announcements;
    private final OrganizationEntry organizations;
    private final EventsHere here;
    private final CorrelationDataProvider inherited;
    private final boolean register;
    private final Consumer<Recording> met;
    private final Map<String, String> idHere = new HashMap<>();

    private int faultsTold;

    final List<Item> items = new ArrayList<>();
    final List<Object> events = new ArrayList<>();
    int moreFaults;

    ImportPass(
            AnnouncementEntry announcements,
            OrganizationEntry organizations,
            EventLog log,
            CorrelationDataProvider inherited,
            boolean register,
            Consumer<Recording> met) {
        this.announcements = announcements;
        this.organizations = organizations;
        this.here = new EventsHere(log);
        this.inherited = inherited;
        this.register = register;
        this.met = met;
    }

    int count(Outcome outcome) {
        return (int) items.stream().filter(item -> item.outcome() == outcome).count();
    }

    /** Takes up a line. */
    void take(ImportLine line, Map<String, String> metadata) {
        try {
            switch (line.read()) {
                case ImportLine.Content.Announcement(Recording recording) -> record(line, recording, metadata);
                case ImportLine.Content.Event(JournalEntry entry) -> take(line, entry, metadata);
            }
        } catch (MalformedRequest fault) {
            refuse(line, fault.pointer(), EnumNames.of(fault.code()), fault.detail());
        } catch (MalformedLine fault) {
            refuse(line, fault.pointer(), EnumNames.of(fault.code()), fault.detail());
        }
    }

    private void record(ImportLine line, Recording recording, Map<String, String> metadata) {
        met.accept(recording);
        String id = announcements.idOf(recording);
        within(line, id, "", metadata, recording(recording));
    }

    private void take(ImportLine line, JournalEntry entry, Map<String, String> metadata) {
        switch (entry.event()) {
            case AnnouncementRecorded told -> {
                Recording recording = new Recording(told.announcedOn(), told.source(), told.statements());
                met.accept(recording);
                String id = here.announcement(entry.envelope()).orElseGet(() -> announcements.idOf(recording));
                idHere.put(told.announcement(), id);
                once(line, entry, id, metadata, recording(recording));
            }
            case AnnouncementEvent told -> {
                String id = idHere.getOrDefault(told.announcement(), told.announcement());
                once(
                        line,
                        entry,
                        id,
                        metadata,
                        new Work(null, () -> announcements.carryOut(EventCommands.of(told, id, idHere))));
            }
            case OrganizationEvent told -> {
                Rejection.Code already =
                        told instanceof OrganizationRegistered ? Rejection.Code.ALREADY_REGISTERED : null;
                Work work = new Work(already, () -> organizations.carryOut(EventCommands.of(told)));
                once(line, entry, told.organization(), metadata, work);
            }
            default -> throw new IllegalStateException("No event of the ledger: " + entry.event());
        }
    }

    /** Work that brings forth one change, and the refusal which says no more than that this was done already. */
    private record Work(Rejection.@Nullable Code already, Runnable change) {}

    private Work recording(Recording recording) {
        return new Work(Rejection.Code.ALREADY_RECORDED, () -> announcements.record(recording, register));
    }

    /** An event that this ledger has, or has imported before, is not entered again. */
    private void once(ImportLine line, JournalEntry entry, String id, Map<String, String> metadata, Work work) {
        Envelope told = entry.envelope();
        String stream = entry.event() instanceof AnnouncementEvent ? StreamIds.ofAnnouncement(id) : told.stream();
        switch (here.find(told, new HashSet<>(List.of(stream, told.stream())))) {
            case THE_EVENT -> items.add(new Item(line.number(), Outcome.ALREADY_RECORDED, id, List.of()));
            case ANOTHER ->
                refuse(
                        line,
                        "/id",
                        EnumNames.of(Rejection.Code.ID_TAKEN),
                        "Another event has this id, here or in an earlier line, and it did not happen to " + stream
                                + ". No two events have one id.");
            case NOTHING -> {
                here.take(told, stream);
                Map<String, String> all = new HashMap<>(metadata);
                all.putAll(here.origin(told));
                within(line, id, "/data", all, work);
            }
        }
    }

    private void within(ImportLine line, String id, String pointer, Map<String, String> metadata, Work work) {
        UnitOfWork<Message<?>> unit = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>(line, metadata));
        unit.registerCorrelationDataProvider(inherited);
        List<Object> published = new ArrayList<>();
        try {
            Published.by(work.change(), published);
            unit.commit();
            events.addAll(published);
            items.add(new Item(line.number(), Outcome.RECORDED, id, List.of()));
        } catch (Rejected refused) {
            unit.rollback(refused);
            if (work.already() == Rejection.Code.ALREADY_RECORDED && isOvertaken(refused)) {
                throw new ConcurrencyException(
                        "Others have registered an organization of line " + line.number(), refused);
            }
            boolean already = refused.rejections().stream().allMatch(rejection -> rejection.code() == work.already());
            items.add(
                    already
                            ? new Item(line.number(), Outcome.ALREADY_RECORDED, id, List.of())
                            : refused(line, pointer, refused.rejections()));
        } catch (RuntimeException | Error e) {
            unit.rollback(e);
            throw e;
        }
    }

    /** An announcement registers only whom nobody had registered when its names were looked up. */
    private static boolean isOvertaken(Rejected refused) {
        return refused.rejections().stream()
                .anyMatch(rejection -> rejection.code() == Rejection.Code.ALREADY_REGISTERED);
    }

    private Item refused(ImportLine line, String pointer, List<Rejection> rejections) {
        List<Fault> faults = rejections.stream()
                .map(Fault::of)
                .map(fault -> new Fault(pointer + fault.pointer(), fault.code(), fault.detail(), fault.near()))
                .toList();
        return refused(line, faults);
    }

    private void refuse(ImportLine line, String pointer, String code, String detail) {
        items.add(refused(line, List.of(new Fault(pointer, code, detail, List.of()))));
    }

    private Item refused(ImportLine line, List<Fault> faults) {
        int told = Math.min(faults.size(), MOST_FAULTS - faultsTold);
        faultsTold += told;
        moreFaults += faults.size() - told;
        return new Item(line.number(), Outcome.REFUSED, null, List.copyOf(faults.subList(0, told)));
    }

    /** Lets go of what it holds, which is as much again as what the next pass does. */
    void forget() {
        items.clear();
        events.clear();
    }

    /** What is told of the lines, each for itself. */
    List<Item> told() {
        return items.stream()
                .filter(item ->
                        item.outcome() != Outcome.REFUSED || !item.errors().isEmpty())
                .toList();
    }

    /** The faults that are told, each with its line. */
    List<Fault> faults() {
        return items.stream()
                .flatMap(item -> item.errors().stream().map(fault -> fault.inLine(item.line())))
                .toList();
    }

    /** The line that was recorded last; null if none was. */
    @Nullable
    Integer lastRecorded() {
        return items.reversed().stream()
                .filter(item -> item.outcome() == Outcome.RECORDED)
                .flatMap(item -> Stream.of(item.line()))
                .findFirst()
                .orElse(null);
    }
}
