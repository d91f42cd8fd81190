package io.partnerledger.replay;

import io.partnerledger.log.EventCodec;
import io.partnerledger.log.EventLog;
import io.partnerledger.standing.Past;
import io.partnerledger.wire.StreamIds;
import java.util.List;

/** The past of one announcement or organization, read from the log. */
record LogPast(EventLog log, EventCodec codec) implements Past {

    @Override
    public List<Told> ofAnnouncement(String id) {
        return of(StreamIds.ofAnnouncement(id));
    }

    @Override
    public List<Told> ofOrganization(String id) {
        return of(StreamIds.ofOrganization(id));
    }

    private List<Told> of(String stream) {
        return log.stream(stream).stream()
                .map(event -> new Told(
                        codec.decode(event.type(), event.revision(), event.data()),
                        event.position(),
                        event.recordedAt()))
                .toList();
    }
}
