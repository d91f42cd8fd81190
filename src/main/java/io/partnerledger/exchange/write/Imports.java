package io.partnerledger.exchange.write;

import io.partnerledger.announcement.AnnouncementEntry;
import io.partnerledger.announcement.AnnouncementEntry.UnknownName;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateLinked;
import io.partnerledger.announcement.Recording;
import io.partnerledger.exchange.write.ImportReport.Item;
import io.partnerledger.exchange.write.ImportReport.Outcome;
import io.partnerledger.log.Answered;
import io.partnerledger.log.Appended;
import io.partnerledger.log.EventLog;
import io.partnerledger.log.EventMetadata;
import io.partnerledger.log.StoredEvent;
import io.partnerledger.organization.OrganizationEntry;
import io.partnerledger.organization.OrganizationEvent.OrganizationMerged;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.platform.OneAfterAnother;
import io.partnerledger.platform.Overtaken;
import io.partnerledger.platform.RequestMetadata;
import io.partnerledger.standing.Views;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Enters many announcements and events at once, under the rules that hold for each alone, all of them in one append or
 * none; one import at a time. A dry run is the import itself, taken back at its end.
 */
@Component
class Imports {

    private final AnnouncementEntry announcements;
    private final OrganizationEntry organizations;
    private final EventLog log;
    private final Views views;
    private final CorrelationDataProvider inherited;
    private final OneAfterAnother turns;

    Imports(
            AnnouncementEntry announcements,
            OrganizationEntry organizations,
            EventLog log,
            Views views,
            CorrelationDataProvider inherited,
            OneAfterAnother turns) {
        this.announcements = announcements;
        this.organizations = organizations;
        this.log = log;
        this.views = views;
        this.inherited = inherited;
        this.turns = turns;
    }

    /** What would become of these lines, and of the rosters and totals. Nothing is stored. */
    ImportReport tryOut(List<ImportLine> lines, boolean register) {
        return turns.rehearsing(() -> Overtaken.again(() -> {
            UnknownNames unknown = new UnknownNames(announcements);
            ImportPass pass = rehearsed(lines, pass(register, unknown::note));
            var preview = views.preview(pass.events);
            return report(pass, true, preview.position(), unknown.told(), Changes.of(preview));
        }));
    }

    /** Does the work while no other import is carried out. */
    <R> R alone(Supplier<R> work) {
        return turns.importing(work);
    }

    /**
     * Imports the lines, while {@link #alone}; {@link ImportRefused} if any of them is refused, and then nothing is
     * stored.
     */
    ImportReport carryOut(List<ImportLine> lines, boolean register, Map<String, String> request) {
        return Overtaken.again(() -> {
            ImportPass rehearsal = rehearsed(lines, pass(register, _ -> {}));
            return rehearsal.events.stream().anyMatch(Imports::isJudgedByOthers)
                    ? turns.judged(() -> taken(lines, register, request, rehearsed(lines, pass(register, _ -> {}))))
                    : taken(lines, register, request, rehearsal);
        });
    }

    private static boolean isJudgedByOthers(Object event) {
        return event instanceof AnnouncementDuplicateLinked || event instanceof OrganizationMerged;
    }

    private ImportReport taken(
            List<ImportLine> lines, boolean register, Map<String, String> request, ImportPass rehearsal) {
        requireNoneRefused(rehearsal);
        Integer last = rehearsal.lastRecorded();
        if (last == null) {
            return report(rehearsal, false, log.head(), List.of(), null);
        }
        // The key of the request and what the import did are left on the last event alone.
        Map<String, String> ofLast = new HashMap<>(request);
        Done done = Done.of(rehearsal);
        rehearsal.forget();
        ofLast.put(RequestMetadata.IMPORTED, done.written());
        Map<String, String> ofOthers = Map.of(RequestMetadata.ACTOR, request.get(RequestMetadata.ACTOR));
        UnitOfWork<Message<?>> unit = begun();
        ImportPass pass = pass(register, _ -> {});
        run(unit, () -> {
            lines.forEach(line -> pass.take(line, line.number() == last ? ofLast : ofOthers));
            requireNoneRefused(pass);
            if (!Done.of(pass).equals(done)) {
                throw new ConcurrencyException("Others have recorded some of these lines meanwhile");
            }
        });
        Optional<Appended> appended = Answered.<@Nullable Void>by(() -> {
                    unit.commit();
                    return null;
                })
                .appended();
        return report(pass, false, appended.orElseThrow().lastPosition(), List.of(), null);
    }

    private static ImportPass rehearsed(List<ImportLine> lines, ImportPass pass) {
        UnitOfWork<Message<?>> unit = begun();
        run(unit, () -> lines.forEach(line -> pass.take(line, Map.of())));
        unit.rollback();
        return pass;
    }

    private static UnitOfWork<Message<?>> begun() {
        return DefaultUnitOfWork.startAndGet(new GenericMessage<>("import"));
    }

    private ImportPass pass(boolean register, Consumer<Recording> met) {
        return new ImportPass(announcements, organizations, log, inherited, register, met);
    }

    private static void run(UnitOfWork<?> unit, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            unit.rollback(e);
            throw e;
        }
    }

    private static void requireNoneRefused(ImportPass pass) {
        if (pass.count(Outcome.REFUSED) > 0) {
            throw new ImportRefused(pass.faults(), pass.moreFaults);
        }
    }

    /** What an import answered, made again, while {@link #alone}, of the lines and of what it left on its last event. */
    ImportReport again(List<ImportLine> lines, boolean register, StoredEvent last) {
        ImportPass pass = Overtaken.again(() -> rehearsed(lines, pass(register, _ -> {})));
        Done done = Done.of(String.valueOf(EventMetadata.read(last.metadata()).get(RequestMetadata.IMPORTED)));
        List<Item> items = pass.items.stream()
                .map(item -> new Item(
                        item.line(),
                        done.already().contains(item.line()) ? Outcome.ALREADY_RECORDED : Outcome.RECORDED,
                        item.id(),
                        List.of()))
                .toList();
        List<String> organizations = new ArrayList<>();
        long position = last.position() - done.events();
        while (position < last.position()) {
            for (StoredEvent event : log.read(position, (int) (last.position() - position))) {
                if (event.type().equals("organization.registered")) {
                    organizations.add(event.stream().substring("organization/".length()));
                }
                position = event.position();
            }
        }
        int already = done.already().size();
        return new ImportReport(
                false,
                items.size() - already,
                already,
                0,
                done.events(),
                last.position(),
                items,
                null,
                organizations,
                List.of(),
                null);
    }

    private static ImportReport report(
            ImportPass pass, boolean dryRun, long position, List<UnknownName> unknown, @Nullable Changes changes) {
        return new ImportReport(
                dryRun,
                pass.count(Outcome.RECORDED),
                pass.count(Outcome.ALREADY_RECORDED),
                pass.count(Outcome.REFUSED),
                pass.events.size(),
                position,
                pass.told(),
                pass.moreFaults == 0 ? null : pass.moreFaults,
                pass.events.stream()
                        .filter(OrganizationRegistered.class::isInstance)
                        .map(event -> ((OrganizationRegistered) event).organization())
                        .toList(),
                unknown,
                changes);
    }
}
