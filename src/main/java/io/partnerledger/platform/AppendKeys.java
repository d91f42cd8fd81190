package io.partnerledger.platform;

import io.partnerledger.log.UniqueKey;
import io.partnerledger.organization.NameKey;
import io.partnerledger.organization.OrganizationEvent.OrganizationAliasAdded;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.organization.OrganizationEvent.OrganizationRenamed;
import io.partnerledger.wire.EventTypes;
import io.partnerledger.wire.JournalEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The unique keys that are committed with events: the idempotency key of the request that made them, the names under
 * which organizations resolve, and the ids that imported events had. They follow from the events alone, so that a loaded journal has the same ones.
 */
public final class AppendKeys {

    /** The ids that imported events had where they come from, so that none is imported twice. */
    public static final String IMPORTED = "imported";

    private static final String NAMES = "organization-name";

    /** An event as far as keys go. */
    private record Keyed(Object event, String stream, long sequence, Map<String, ?> metadata) {}

    private AppendKeys() {}

    static List<UniqueKey> of(List<DomainEventMessage<?>> messages) {
        return ofEvents(messages.stream()
                .map(m -> new Keyed(m.getPayload(), m.getAggregateIdentifier(), m.getSequenceNumber(), m.getMetaData()))
                .toList());
    }

    static List<UniqueKey> ofEntries(List<JournalEntry> entries) {
        return ofEvents(entries.stream()
                .map(e -> new Keyed(
                        e.event(),
                        e.envelope().stream(),
                        e.envelope().sequence(),
                        e.envelope().metadata()))
                .toList());
    }

    /** The keys of the events of one append. */
    private static List<UniqueKey> ofEvents(List<Keyed> events) {
        Map<String, UniqueKey> keys = new LinkedHashMap<>();
        for (Keyed keyed : events) {
            for (UniqueKey key : names(keyed.event())) {
                keys.put(key.key(), key);
            }
        }
        List<UniqueKey> all = new ArrayList<>(keys.values());
        Set<Object> originals = new LinkedHashSet<>();
        for (Keyed keyed : events) {
            Object original = keyed.metadata().get(RequestMetadata.ORIGINAL_ID);
            if (original != null && originals.add(original)) {
                all.add(UniqueKey.once(IMPORTED, original.toString(), IMPORTED));
            }
        }
        if (!events.isEmpty()) {
            UniqueKey request = request(events.getLast());
            if (request != null) {
                all.add(request);
            }
        }
        return all;
    }

    private static @Nullable UniqueKey request(Keyed keyed) {
        Object key = keyed.metadata().get(RequestMetadata.IDEMPOTENCY_KEY);
        Object digest = keyed.metadata().get(RequestMetadata.REQUEST_DIGEST);
        if (key == null || digest == null) {
            return null;
        }
        String actor = String.valueOf(keyed.metadata().get(RequestMetadata.ACTOR));
        Route route = keyed.metadata().containsKey(RequestMetadata.IMPORTED)
                ? Route.IMPORT
                : new Route(EventTypes.of(keyed.event()).name(), keyed.sequence() == 0 ? null : keyed.stream());
        return UniqueKey.once(
                IdempotencyKeys.SCOPE, IdempotencyKeys.stored(actor, route, key.toString()), digest.toString());
    }

    private static List<UniqueKey> names(Object event) {
        return switch (event) {
            case OrganizationRegistered e ->
                Stream.concat(Stream.of(e.organization(), e.name()), e.aliases().stream())
                        .map(name -> name(name, e.organization()))
                        .toList();
            case OrganizationRenamed e -> List.of(name(e.name(), e.organization()));
            case OrganizationAliasAdded e -> List.of(name(e.alias(), e.organization()));
            default -> List.of();
        };
    }

    private static UniqueKey name(String name, String organization) {
        return UniqueKey.shared(NAMES, NameKey.of(name), organization);
    }
}
