package io.partnerledger.replay;

import io.partnerledger.log.EventCodec;
import io.partnerledger.log.EventLog;
import io.partnerledger.log.StoredEvent;
import io.partnerledger.standing.Past;
import io.partnerledger.wire.StreamIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The past of announcements and organizations, read from the log. */
public record LogPast(EventLog log, EventCodec codec) implements Past {

    @Override
    public Map<String, List<Told>> ofAnnouncements(Collection<String> ids) {
        return of(ids, StreamIds::ofAnnouncement);
    }

    @Override
    public Map<String, List<Told>> ofOrganizations(Collection<String> ids) {
        return of(ids, StreamIds::ofOrganization);
    }

    @Override
    public Map<Long, String> announcementsAt(Collection<Long> positions) {
        Map<Long, String> ids = log.streamsAt(positions);
        ids.replaceAll((_, stream) -> StreamIds.announcementOf(stream));
        return ids;
    }

    @Override
    public List<String> announcementsLike(String beginning, int limit) {
        return log.streamsLike(StreamIds.ofAnnouncement(beginning), limit).stream()
                .map(StreamIds::announcementOf)
                .toList();
    }

    @Override
    public List<Told> upTo(long position, int count) {
        long after = Math.max(-1, position - count);
        return log.read(after, (int) (position - after)).stream()
                .map(this::told)
                .toList();
    }

    private Map<String, List<Told>> of(Collection<String> ids, UnaryOperator<String> streamOf) {
        Map<String, String> idOfStream = HashMap.newHashMap(ids.size());
        ids.forEach(id -> idOfStream.put(streamOf.apply(id), id));
        Map<String, List<Told>> told = HashMap.newHashMap(ids.size());
        for (StoredEvent event : log.streams(idOfStream.keySet())) {
            told.computeIfAbsent(idOfStream.get(event.stream()), _ -> new ArrayList<>(2))
                    .add(told(event));
        }
        return told;
    }

    private Told told(StoredEvent event) {
        return new Told(codec.decode(event), event.position(), event.recordedAt());
    }
}
