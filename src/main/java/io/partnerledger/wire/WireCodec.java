package io.partnerledger.wire;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.partnerledger.log.EventCodec;
import io.partnerledger.wire.Upcasting.Upcast;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.serialization.CannotConvertBetweenTypesException;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Turns events into their stored bytes, the same bytes for the same event, and back. Bytes of an older revision go
 * through the upcasters first; what cannot be read is an {@link UnreadableEvent}, what would be too long to be read back
 * a {@link MalformedRequest}. Nothing is validated: what was once
 * true is accepted.
 */
public final class WireCodec implements EventCodec {

    /** With its metadata it has to fit into a line of a journal, which {@link Lines} bounds. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final Map<Class<?>, ObjectWriter> WRITERS = EventTypes.all().stream()
            .collect(toUnmodifiableMap(
                    EventType::event, type -> WireJson.stored().writerFor(type.event())));
    private static final Map<String, ObjectReader> READERS = EventTypes.all().stream()
            .collect(
                    toUnmodifiableMap(EventType::name, type -> WireJson.stored().readerFor(type.event())));

    private final Upcasting upcasting;

    /** A codec for a ledger whose stored revisions are all present ones. */
    public WireCodec() {
        this(List.of());
    }

    /** A codec that leads older revisions through these upcasters, oldest step first. */
    public WireCodec(List<? extends EventUpcaster> upcasters) {
        upcasting = new Upcasting(upcasters);
    }

    @Override
    public String typeOf(Object event) {
        return EventTypes.of(event).name();
    }

    @Override
    public int revisionOf(Object event) {
        return EventTypes.of(event).revision();
    }

    @Override
    public byte[] encode(Object event) {
        ObjectWriter writer = WRITERS.get(event.getClass());
        if (writer == null) {
            throw new IllegalArgumentException(event.getClass().getName() + " is not a stored event");
        }
        byte[] data = writer.writeValueAsBytes(event);
        if (data.length > MOST_BYTES) {
            throw new MalformedRequest(
                    Pointer.ROOT,
                    MalformedRequest.Code.TOO_LONG,
                    "With the ids of its organizations this comes to more than 4 MiB.");
        }
        return data;
    }

    @Override
    public Object decode(String type, int revision, byte[] data) {
        EventType known = EventTypes.named(type).orElse(null);
        try {
            if (known != null && known.revision() == revision) {
                return decoded(type, known, revision, reader(known).readValue(data));
            }
            Upcast content = content(type, revision, data);
            return decoded(
                    type, content.type(), revision, reader(content.type()).readValue(content.content()));
        } catch (JacksonException | CannotConvertBetweenTypesException | IllegalArgumentException damage) {
            throw UnreadableEvent.damaged(type, revision, damage.getMessage());
        }
    }

    /** The content of stored bytes as the present revision has it, and the present type. */
    Upcast content(String type, int revision, byte[] data) {
        EventType known = EventTypes.named(type).orElse(null);
        if (known != null && revision > known.revision()) {
            throw UnreadableEvent.newer(known, revision);
        }
        return upcasting.upcast(type, revision, data);
    }

    private static Object decoded(String type, EventType known, int revision, @Nullable Object event) {
        if (event == null) {
            throw UnreadableEvent.damaged(type, revision, "null is no " + known.name());
        }
        return event;
    }

    private static ObjectReader reader(EventType type) {
        return Objects.requireNonNull(READERS.get(type.name()));
    }
}
