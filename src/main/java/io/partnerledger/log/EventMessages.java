package io.partnerledger.log;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Axon's messages as events of the log and back. An aggregate's type is the stored type up to its first dot. An event
 * without an aggregate is a stream of its own, named by its id.
 */
final class EventMessages {

    private final EventCodec codec;

    EventMessages(EventCodec codec) {
        this.codec = codec;
    }

    NewEvent toAppend(EventMessage<?> message) {
        Object payload = message.getPayload();
        boolean ofAggregate = message instanceof DomainEventMessage<?>;
        return new NewEvent(
                message.getIdentifier(),
                ofAggregate ? ((DomainEventMessage<?>) message).getAggregateIdentifier() : message.getIdentifier(),
                ofAggregate ? ((DomainEventMessage<?>) message).getSequenceNumber() : 0,
                codec.typeOf(payload),
                codec.revisionOf(payload),
                EventMetadata.write(message.getMetaData()),
                codec.encode(payload),
                payload);
    }

    DomainEventStream ofAggregate(List<StoredEvent> events) {
        Long last = events.isEmpty() ? null : events.getLast().sequence();
        return DomainEventStream.of(events.stream().map(this::domain), () -> last);
    }

    TrackedEventMessage<?> tracked(StoredEvent event) {
        return tracked(event, null);
    }

    /** @param payload what the event says if it is known, so that its bytes need not be read */
    TrackedEventMessage<?> tracked(StoredEvent event, @Nullable Object payload) {
        GenericMessage<Object> content = content(event, payload);
        Supplier<Instant> recordedAt = event::recordedAt;
        var token = Positions.token(event.position());
        return event.stream().equals(event.id())
                ? new GenericTrackedEventMessage<>(token, content, recordedAt)
                : new GenericTrackedDomainEventMessage<>(
                        token, aggregateType(event), event.stream(), event.sequence(), content, recordedAt);
    }

    private DomainEventMessage<?> domain(StoredEvent event) {
        return new GenericDomainEventMessage<>(
                aggregateType(event), event.stream(), event.sequence(), content(event, null), event::recordedAt);
    }

    private GenericMessage<Object> content(StoredEvent event, @Nullable Object payload) {
        return new GenericMessage<>(
                event.id(),
                payload == null ? codec.decode(event) : payload,
                MetaData.from(EventMetadata.read(event.metadata())));
    }

    private static String aggregateType(StoredEvent event) {
        int dot = event.type().indexOf('.');
        return dot < 0 ? event.type() : event.type().substring(0, dot);
    }
}
