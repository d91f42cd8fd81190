package io.partnerledger.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.partnerledger.log.EventMetadata;
import io.partnerledger.log.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One event of a history; {@code data} is what the log holds, as it holds it. */
record HistoryItem(
        long position,
        long revision,
        String type,
        Instant time,
        @Nullable String actor,
        @JsonRawValue String data) {

    /**
     * All events of a stream. What it says is said at a position: that of the log's end before the stream was read, or of
     * what came meanwhile.
     */
    static Page<HistoryItem> page(List<StoredEvent> stream, long headBefore) {
        return new Page<>(
                stream.stream().map(HistoryItem::of).toList(),
                null,
                Math.max(headBefore, stream.getLast().position()));
    }

    private static HistoryItem of(StoredEvent event) {
        Object actor = EventMetadata.read(event.metadata()).get("actor");
        return new HistoryItem(
                event.position(),
                event.sequence() + 1,
                event.type(),
                event.recordedAt(),
                actor == null ? null : Objects.toString(actor),
                new String(event.data(), StandardCharsets.UTF_8));
    }
}
