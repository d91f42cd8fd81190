package io.partnerledger.exchange.write;

import io.partnerledger.log.EventLog;
import io.partnerledger.log.EventMetadata;
import io.partnerledger.log.StoredEvent;
import io.partnerledger.platform.AppendKeys;
import io.partnerledger.platform.RequestMetadata;
import io.partnerledger.wire.Envelope;
import io.partnerledger.wire.Glance;
import io.partnerledger.wire.StreamIds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which events of other ledgers are here: as this ledger's own, imported before, or in an earlier line. An event
 * that had been imported there is known by the id that it had at first, too, so that it may come back.
 */
final class EventsHere {

    private static final List<String> ORIGIN =
            List.of(RequestMetadata.ORIGINAL_ID, RequestMetadata.ORIGINAL_RECORDED_AT, RequestMetadata.ORIGINAL_ACTOR);

    private final EventLog log;
    private final Map<String, Set<String>> streamsOfLines = new HashMap<>();
    private final Map<String, Set<String>> importedIds = new HashMap<>();

    /** What is here under the id of an event. */
    enum Found {
        NOTHING,
        THE_EVENT,
        ANOTHER
    }

    EventsHere(EventLog log) {
        this.log = log;
    }

    /** Looks for an event in the streams that it can be in. */
    Found find(Envelope line, Set<String> streams) {
        Found found = find(line.id(), streams);
        Optional<String> first = firstId(line);
        // Who was registered along with an imported announcement bears its id too, and is not meant by it.
        boolean hasComeBack =
                found == Found.NOTHING && first.isPresent() && find(first.get(), streams) == Found.THE_EVENT;
        return hasComeBack ? Found.THE_EVENT : found;
    }

    private Found find(String id, Set<String> streams) {
        Set<String> taken = new HashSet<>(streamsOfLines.getOrDefault(id, Set.of()));
        log.find(id).map(StoredEvent::stream).ifPresent(taken::add);
        boolean isImported = log.key(AppendKeys.IMPORTED, id).isPresent();
        if (taken.isEmpty() && !isImported) {
            return Found.NOTHING;
        }
        boolean isIt = streams.stream()
                .anyMatch(stream -> taken.contains(stream)
                        || (isImported && importedIds(stream).contains(id)));
        return isIt ? Found.THE_EVENT : Found.ANOTHER;
    }

    /** Read once for each stream: of a long one, many lines may speak. */
    private Set<String> importedIds(String stream) {
        return importedIds.computeIfAbsent(
                stream,
                _ -> log.stream(stream).stream()
                        .flatMap(event ->
                                text(EventMetadata.read(event.metadata()), RequestMetadata.ORIGINAL_ID).stream())
                        .collect(Collectors.toSet()));
    }

    /** The id here of an announcement of which a line tells that it was recorded, if it was recorded here at first. */
    Optional<String> announcement(Envelope line) {
        Optional<String> first = firstId(line);
        return log.find(first.orElse(line.id()))
                .filter(event -> Glance.isFirst(event.type()))
                .filter(event -> first.isPresent() || event.stream().equals(line.stream()))
                .map(event -> StreamIds.announcementOf(event.stream()));
    }

    /** Takes note of a line that is entered into a stream. */
    void take(Envelope line, String stream) {
        streamsOfLines.computeIfAbsent(line.id(), _ -> new HashSet<>()).add(stream);
        firstId(line)
                .ifPresent(first -> streamsOfLines
                        .computeIfAbsent(first, _ -> new HashSet<>())
                        .add(stream));
    }

    /** What an event keeps of where it happened at first. */
    Map<String, String> origin(Envelope line) {
        Map<String, String> origin = new HashMap<>();
        Optional<String> first = firstId(line);
        if (first.isPresent() && log.key(AppendKeys.IMPORTED, first.get()).isEmpty()) {
            ORIGIN.forEach(name -> text(line.metadata(), name).ifPresent(text -> origin.put(name, text)));
            return origin;
        }
        origin.put(RequestMetadata.ORIGINAL_ID, line.id());
        origin.put(RequestMetadata.ORIGINAL_RECORDED_AT, line.recordedAt().toString());
        text(line.metadata(), RequestMetadata.ACTOR)
                .ifPresent(actor -> origin.put(RequestMetadata.ORIGINAL_ACTOR, actor));
        return origin;
    }

    private static Optional<String> firstId(Envelope line) {
        return text(line.metadata(), RequestMetadata.ORIGINAL_ID);
    }

    private static Optional<String> text(Map<String, Object> metadata, String name) {
        return Optional.ofNullable(metadata.get(name)).map(Object::toString);
    }
}
