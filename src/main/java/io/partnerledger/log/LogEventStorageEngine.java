package io.partnerledger.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * The event log as Axon's storage engine. Events that are appended together are one transaction, with the unique keys
 * that {@code keysOf} finds for them. A place in a stream that is taken is Axon's {@link
 * AggregateStreamCreationException} for a first event and {@link ConcurrencyException} for a later one; a taken key
 * is {@link KeyConflict}. An event's timestamp is the time it was recorded at, by the log's clock, and never earlier
 * than that of the event before it. Tokens are {@link GlobalSequenceTrackingToken}s of positions, without gaps. There
 * are no snapshots: streams are short, and storing one does nothing.
 */
public final class LogEventStorageEngine implements EventStorageEngine {

    private final EventLog log;
    private final EventMessages messages;
    private final Function<List<DomainEventMessage<?>>, List<UniqueKey>> keysOf;
    private final int pageSize;

    public LogEventStorageEngine(
            EventLog log,
            EventCodec codec,
            Function<List<DomainEventMessage<?>>, List<UniqueKey>> keysOf,
            LogOptions options) {
        this.log = log;
        this.messages = new EventMessages(codec);
        this.keysOf = keysOf;
        this.pageSize = options.pageSize();
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        List<NewEvent> appended = new ArrayList<>(events.size());
        List<DomainEventMessage<?>> ofAggregates = new ArrayList<>(events.size());
        for (EventMessage<?> event : events) {
            appended.add(messages.toAppend(event));
            if (event instanceof DomainEventMessage<?> ofAggregate) {
                ofAggregates.add(ofAggregate);
            }
        }
        Provided.check();
        try {
            Answered.note(log.append(new Append(appended, keysOf.apply(ofAggregates))));
        } catch (StreamConflict e) {
            if (e.sequence() == 0) {
                throw new AggregateStreamCreationException("'" + e.stream() + "' exists already", e);
            }
            throw new ConcurrencyException(e.getMessage(), e);
        } catch (EventIdConflict e) {
            throw new ConcurrencyException(e.getMessage(), e);
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        return messages.ofAggregate(log.stream(aggregateIdentifier, firstSequenceNumber));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return log.lastSequence(aggregateIdentifier).stream().boxed().findFirst();
    }

    /** The events after a token up to the end of the log as it is when the reader gets there. It never blocks. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return Stream.iterate(
                        log.read(Positions.of(token), pageSize),
                        page -> !page.isEmpty(),
                        page -> log.read(page.getLast().position(), pageSize))
                .flatMap(List::stream)
                .map(messages::tracked);
    }

    /** A stream of the events after a token that waits for more; see {@link LogEventStore}. */
    LogEventStream openStream(@Nullable TrackingToken token) {
        return new LogEventStream(log, messages, Positions.of(token), pageSize);
    }

    @Override
    public TrackingToken createTailToken() {
        return Positions.token(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return Positions.token(log.headOfAllNodes());
    }

    /** Everything recorded at this time or later comes after the token. */
    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return Positions.token(log.positionAt(dateTime.minus(Duration.ofNanos(1))));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        // No snapshots: a stream of this ledger is read faster than a snapshot would be.
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return Optional.empty();
    }
}
