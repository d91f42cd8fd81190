package io.partnerledger.standing;

import io.partnerledger.wire.StreamIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A past that is told event by event. */
final class ToldPast implements Past {

    private final Map<String, List<Told>> streams = new HashMap<>();

    void add(Object event, long position, Instant recordedAt) {
        streams.computeIfAbsent(StreamIds.of(event), _ -> new ArrayList<>()).add(new Told(event, position, recordedAt));
    }

    @Override
    public Map<String, List<Told>> ofAnnouncements(Collection<String> ids) {
        return of(ids, StreamIds::ofAnnouncement);
    }

    @Override
    public Map<String, List<Told>> ofOrganizations(Collection<String> ids) {
        return of(ids, StreamIds::ofOrganization);
    }

    @Override
    public List<Told> upTo(long position, int count) {
        return streams.values().stream()
                .flatMap(List::stream)
                .filter(told -> told.position() <= position && told.position() > position - count)
                .sorted(Comparator.comparingLong(Told::position))
                .toList();
    }

    @Override
    public Map<Long, String> announcementsAt(Collection<Long> positions) {
        Map<Long, String> ids = new HashMap<>();
        streams.forEach((stream, told) -> told.stream()
                .filter(event -> positions.contains(event.position()))
                .forEach(event -> ids.put(event.position(), StreamIds.announcementOf(stream))));
        return ids;
    }

    @Override
    public List<String> announcementsLike(String beginning, int limit) {
        return streams.keySet().stream()
                .filter(stream -> stream.startsWith(StreamIds.ofAnnouncement(beginning)))
                .map(StreamIds::announcementOf)
                .sorted()
                .limit(limit)
                .toList();
    }

    private Map<String, List<Told>> of(Collection<String> ids, UnaryOperator<String> streamOf) {
        Map<String, List<Told>> told = new HashMap<>();
        for (String id : ids) {
            List<Told> events = streams.get(streamOf.apply(id));
            if (events != null) {
                told.put(id, List.copyOf(events));
            }
        }
        return told;
    }
}
