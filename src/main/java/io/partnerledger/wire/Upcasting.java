package io.partnerledger.wire;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import tools.jackson.databind.JsonNode;

/**
 * Leads a stored event of an older revision through Axon's upcasters, one class per step, named for where it leads
 * from and to. Only the payload is theirs to change: the envelope belongs to the log.
 */
final class Upcasting {

    /** What the last step arrived at: a present type and its content. */
    record Upcast(EventType type, JsonNode content) {}

    private static final byte[] NO_METADATA = {'{', '}'};

    private final EventUpcasterChain chain;
    private final Serializer converters = Jackson3Serializer.builder().build();

    Upcasting(List<? extends EventUpcaster> upcasters) {
        chain = new EventUpcasterChain(upcasters);
    }

    Upcast upcast(String type, int revision, byte[] data) {
        GenericDomainEventEntry<byte[]> entry = new GenericDomainEventEntry<>(
                "",
                "",
                0,
                "",
                DateTimeUtils.formatInstant(Instant.EPOCH),
                type,
                String.valueOf(revision),
                data,
                NO_METADATA);
        List<IntermediateEventRepresentation> reached = chain.upcast(
                        Stream.of(new InitialEventRepresentation(entry, converters)))
                .toList();
        if (reached.size() != 1) {
            throw new IllegalStateException("an upcaster made " + reached.size() + " events of one");
        }
        SerializedType arrived = reached.getFirst().getType();
        JsonNode content = reached.getFirst().getData(JsonNode.class).getData();
        EventType present =
                EventTypes.named(arrived.getName()).orElseThrow(() -> UnreadableEvent.unknownType(type, revision));
        if (!String.valueOf(present.revision()).equals(arrived.getRevision())) {
            throw UnreadableEvent.noUpcaster(present, revision, arrived.getRevision());
        }
        return new Upcast(present, content);
    }
}
