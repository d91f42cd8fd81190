package io.partnerledger.timeline;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.Quantity;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.announcement.Statement.CommitmentAmended;
import io.partnerledger.announcement.Statement.CommitmentEnded;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.announcement.Statement.PartnerCountClaimed;
import io.partnerledger.announcement.Statement.PartnerRemoved;
import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.announcement.Statement.TranchePaid;
import io.partnerledger.deals.Parties;
import io.partnerledger.log.EventCodec;
import io.partnerledger.log.EventLog;
import io.partnerledger.log.StoredEvent;
import io.partnerledger.standing.AnnouncementVersion;
import io.partnerledger.standing.Histories;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Registry;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.Stated;
import io.partnerledger.standing.Touch;
import io.partnerledger.standing.Unit;
import io.partnerledger.timeline.Told.Happened;
import io.partnerledger.timeline.Told.Said;
import io.partnerledger.wire.EnumNames;
import io.partnerledger.wire.StatementKinds;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Words what is told as items; why something happened is read from the log. */
final class Items {

    private final EventLog log;
    private final EventCodec codec;
    private final Histories histories;
    private final Snapshot snapshot;
    private final Map<String, Optional<Parties>> parties = new HashMap<>();
    private final Headlines headlines;

    Items(EventLog log, EventCodec codec, Histories histories, Snapshot snapshot) {
        this.log = log;
        this.codec = codec;
        this.histories = histories;
        this.snapshot = snapshot;
        this.headlines = new Headlines(snapshot.registry(), this::parties);
    }

    Item of(Told told) {
        return switch (told) {
            case Said said -> said(said);
            case Happened happened -> happened(happened.touch());
        };
    }

    static String kindOf(Told told) {
        return switch (told) {
            case Said said -> StatementKinds.of(said.stated().statement());
            case Happened happened -> EnumNames.of(happened.touch().cause());
        };
    }

    private Item said(Said said) {
        Stated stated = said.stated();
        Statement statement = stated.statement();
        AnnouncementVersion content = said.telling().content();
        boolean asRecorded = said.entered() == content.position();
        Reason reason = said.reason();
        AnnouncementVersion present =
                histories.announcement(stated.announcement(), snapshot.point().position());
        Source source = reason == Reason.CORRECTED || present == null ? content.source() : present.source();
        List<String> deals = statement.deals();
        return new Item(
                said.entered(),
                stated.announcement(),
                stated.index(),
                stated.announcedOn(),
                asRecorded ? content.recordedAt() : stored(said.entered()).recordedAt(),
                kindOf(said),
                headlines.of(statement),
                List.copyOf(organizations(stated)),
                deals.size() == 1 ? deals.getFirst() : null,
                amount(statement),
                quantity(statement),
                reason == null ? "standing" : EnumNames.of(reason),
                null,
                Item.From.of(source));
    }

    private Item happened(Touch touch) {
        StoredEvent stored = stored(touch.position());
        Instant recordedAt = stored.recordedAt();
        Event event = Event.of(codec.decode(stored), recordedAt, headlines);
        AnnouncementVersion version =
                touch.announcement() == null ? null : histories.announcement(touch.announcement(), touch.position());
        Source source = event.source();
        return new Item(
                touch.position(),
                touch.announcement(),
                null,
                version == null ? null : version.announcedOn(),
                recordedAt,
                EnumNames.of(touch.cause()),
                headline(touch, version, event),
                List.copyOf(organizations(touch, version)),
                null,
                null,
                null,
                null,
                event.reason(),
                source == null ? null : Item.From.of(source));
    }

    private String headline(Touch touch, @Nullable AnnouncementVersion version, Event event) {
        String organization = touch.organization();
        String what = version != null
                ? version.source().publisher() + " of " + version.announcedOn()
                : organization == null ? "" : headlines.name(organization);
        return what + " " + event.did() + (event.reason() == null ? "" : ": " + event.reason());
    }

    private Set<String> organizations(Stated stated) {
        Set<String> named = new LinkedHashSet<>(stated.statement().organizations());
        if (named.isEmpty()) {
            for (String deal : stated.statement().deals()) {
                parties(deal).ifPresent(known -> {
                    named.add(known.from());
                    named.add(known.to());
                });
            }
        }
        return named;
    }

    private Set<String> organizations(Touch touch, @Nullable AnnouncementVersion version) {
        Registry registry = snapshot.registry();
        Set<String> named = new TreeSet<>();
        String organization = touch.organization();
        if (organization != null) {
            named.add(organization);
            named.add(registry.survivorOf(organization));
        }
        if (version != null) {
            version.statements()
                    .forEach(
                            statement -> statement.organizations().forEach(one -> named.add(registry.survivorOf(one))));
        }
        return named;
    }

    private StoredEvent stored(long position) {
        return log.find(position).orElseThrow(() -> new IllegalStateException("The log has no position " + position));
    }

    /** The parties of a deal, those of one that lost all its tellings as last told. */
    private Optional<Parties> parties(String deal) {
        return parties.computeIfAbsent(
                deal,
                _ ->
                        histories
                                .parts(
                                        Set.of(new Unit.OneDeal(deal)),
                                        snapshot.point().position(),
                                        snapshot.point().validAt())
                                .stream()
                                .findFirst()
                                .map(part -> Parties.of(deal, part.standing())));
    }

    private static @Nullable Amount amount(Statement statement) {
        return switch (statement) {
            case CommitmentMade s -> s.amount();
            case CommitmentAmended s -> s.amount();
            case TranchePaid s -> s.amount();
            case TotalRestated s -> s.amount();
            case PartnerAdded _, PartnerRemoved _, CommitmentEnded _, CapacityAnnounced _, PartnerCountClaimed _ ->
                null;
        };
    }

    private static @Nullable Quantity quantity(Statement statement) {
        return statement instanceof CapacityAnnounced capacity ? capacity.quantity() : null;
    }
}
