package io.partnerledger.log;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store on the log: aggregates load from it, processors stream from it. All events of a unit of work are
 * one append, made when every step that prepares its commit has agreed. What the append answered is in {@link
 * Answered}. Streams are woken by commits and call back; processors need not poll.
 */
public final class LogEventStore extends AbstractEventStore {

    private final LogEventStorageEngine engine;

    private LogEventStore(Builder builder, LogEventStorageEngine engine) {
        super(builder);
        this.engine = engine;
    }

    public static LogEventStore on(LogEventStorageEngine engine) {
        Builder builder = new Builder();
        builder.storageEngine(new OneAppendPerUnitOfWork(engine));
        return new LogEventStore(builder, engine);
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        Published.note(events);
        Staged.add(events);
        super.publish(events);
    }

    @Override
    protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(String aggregateIdentifier) {
        return Staged.of(aggregateIdentifier);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
        return engine.openStream(trackingToken);
    }

    /** Builds what Axon's base class asks for. */
    static final class Builder extends AbstractEventStore.Builder {}
}
