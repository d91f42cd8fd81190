package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Axon's own machinery, run on the log. */
class AxonOnTheLogTest extends OnEitherDatabase {

    private final List<TrackedEventMessage<?>> handled = new CopyOnWriteArrayList<>();
    private final CountDownLatch threeHandled = new CountDownLatch(3);
    private LogEventStore store;
    private Configuration axon;
    private CommandGateway gateway;

    record Open(@TargetAggregateIdentifier String id, int notes) {}

    record Note(@TargetAggregateIdentifier String id, String text) {}

    static class Notebook {
        @AggregateIdentifier
        private @Nullable String id;

        private int notes;

        Notebook() {}

        @CommandHandler
        Notebook(Open command) {
            for (int i = 0; i < command.notes(); i++) {
                AggregateLifecycle.apply(command.id() + " " + i);
            }
        }

        @CommandHandler
        int handle(Note command) {
            if (!command.text().isEmpty()) {
                AggregateLifecycle.apply(id + " " + command.text());
            }
            return notes;
        }

        @EventSourcingHandler
        void on(String note) {
            id = note.substring(0, note.indexOf(' '));
            notes++;
        }
    }

    class Reader {
        @EventHandler
        public void on(EventMessage<String> message) {
            handled.add((TrackedEventMessage<?>) message);
            threeHandled.countDown();
        }
    }

    @BeforeEach
    void starts() {
        store = LogEventStore.on(new LogEventStorageEngine(
                log, new NoteCodec(), AxonOnTheLogTest::keysFromMetadata, LogOptions.defaults()));
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEventStore(configuration -> store)
                .configureCorrelationDataProviders(configuration -> List.of(
                        new MessageOriginProvider("causationid", "correlationid"),
                        new SimpleCorrelationDataProvider("actor", "idempotencykey")))
                .configureAggregate(Notebook.class)
                .eventProcessing(processing -> processing
                        .registerTokenStore(configuration -> new InMemoryTokenStore())
                        .usingPooledStreamingEventProcessors()
                        .registerDefaultListenerInvocationErrorHandler(
                                configuration -> PropagatingErrorHandler.INSTANCE)
                        .registerEventHandler(configuration -> new Reader()))
                .start();
        gateway = axon.commandGateway();
    }

    private static List<UniqueKey> keysFromMetadata(List<DomainEventMessage<?>> events) {
        return events.stream()
                .map(event -> event.getMetaData().get("idempotencykey"))
                .filter(String.class::isInstance)
                .distinct()
                .map(key -> UniqueKey.once("idempotency", (String) key, "digest"))
                .toList();
    }

    @AfterEach
    void stops() {
        axon.shutdown();
    }

    @Test
    void aCommandAnswersWithThePositionOfItsLastEvent() {
        Answered<String> opened = Answered.by(() -> gateway.sendAndWait(new Open("n", 3)));

        assertThat(opened.result()).isEqualTo("n");
        assertThat(opened.appended().orElseThrow().lastPosition()).isEqualTo(2);
        assertThat(log.find(2).orElseThrow().sequence()).isEqualTo(2);
    }

    @Test
    void aCommandThatChangesNothingAnswersWithoutAPosition() {
        gateway.sendAndWait(new Open("n", 3));

        Answered<Integer> answered = Answered.by(() -> gateway.sendAndWait(new Note("n", "")));

        assertThat(answered.result()).isEqualTo(3);
        assertThat(answered.appended()).isEmpty();
    }

    @Test
    void anAggregateIsLoadedFromTheLog() {
        gateway.sendAndWait(new Open("n", 2));
        Integer before = gateway.sendAndWait(new Note("n", "more"));
        Integer after = gateway.sendAndWait(new Note("n", "yet more"));

        assertThat(before).isEqualTo(3);
        assertThat(after).isEqualTo(4);
    }

    @Test
    void anAggregateIsCreatedOnce() {
        gateway.sendAndWait(new Open("n", 1));

        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> gateway.sendAndWait(new Open("n", 1)));
        assertThat(log.head()).isZero();
    }

    @Test
    void whoeverComesSecondInAStreamGetsAConcurrencyException() {
        gateway.sendAndWait(new Open("n", 1));
        log.append(Notes.append("n", 1));
        var engine = new LogEventStorageEngine(log, new NoteCodec(), events -> List.of(), LogOptions.defaults());

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> engine.appendEvents(new GenericDomainEventMessage<>("note", "n", 1, "late")));
    }

    @Test
    void aTakenKeyPassesThroughTheGatewayAsItIs() {
        gateway.sendAndWait(new GenericCommandMessage<>(new Open("n", 2), Map.of("idempotencykey", "k")));

        assertThatExceptionOfType(KeyConflict.class)
                .isThrownBy(() -> gateway.sendAndWait(
                        new GenericCommandMessage<>(new Open("m", 1), Map.of("idempotencykey", "k"))))
                .satisfies(conflict -> assertThat(conflict.taken().position()).isEqualTo(1));
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void metadataOfTheCommandIsStoredWithItsEvents() {
        var command = new GenericCommandMessage<>(new Open("n", 1), Map.of("actor", "ann"));
        gateway.sendAndWait(command);

        assertThat(EventMetadata.read(log.find(0).orElseThrow().metadata()))
                .containsEntry("actor", "ann")
                .containsEntry("causationid", command.getIdentifier())
                .containsKey("correlationid");
    }

    @Test
    void aProcessorHandlesEveryEventOnceAndInOrder() throws Exception {
        gateway.sendAndWait(new Open("n", 2));
        gateway.sendAndWait(new Note("n", "last"));

        assertThat(threeHandled.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(handled)
                .extracting(message -> (Object) message.getPayload())
                .containsExactly("n 0", "n 1", "n last");
        assertThat(handled)
                .extracting(message -> message.trackingToken().position().getAsLong())
                .containsExactly(0L, 1L, 2L);
        assertThat(handled.getFirst()).isInstanceOf(DomainEventMessage.class);
        assertThat(handled.getFirst().getTimestamp())
                .isEqualTo(log.find(0).orElseThrow().recordedAt());
    }

    @Test
    void everythingOfAUnitOfWorkIsOneAppendThoughASubscriberPublishesMore() {
        store.subscribe(events -> {
            if (events.getFirst().getPayload().equals("first")) {
                store.publish(GenericEventMessage.asEventMessage("second"));
            }
        });

        Answered<?> answered = Answered.by(() -> {
            var unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("cause"));
            store.publish(GenericEventMessage.asEventMessage("first"));
            unit.commit();
            return "";
        });

        Appended appended = answered.appended().orElseThrow();
        assertThat(appended.firstPosition()).isZero();
        assertThat(appended.lastPosition()).isEqualTo(1);
    }

    @Test
    void nothingIsStoredWhenALaterStepOfTheCommitObjects() {
        var unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("cause"));
        store.publish(GenericEventMessage.asEventMessage("first"));
        unit.onPrepareCommit(preparing -> unit.onPrepareCommit(late -> {
            throw new IllegalStateException("no");
        }));

        assertThatIllegalStateException().isThrownBy(unit::commit);
        assertThat(log.head()).isEqualTo(-1);
        assertThat(CurrentUnitOfWork.isStarted()).isFalse();
    }

    @Test
    void theAppendIsDurableBeforeATransactionOfItsUnitCommits() {
        List<Long> heads = new CopyOnWriteArrayList<>();
        var unit = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("cause"));
        unit.onCommit(committing -> heads.add(log.head()));
        store.publish(GenericEventMessage.asEventMessage("first"));
        unit.commit();

        assertThat(heads).containsExactly(0L);
    }

    @Test
    void anEventOfANestedUnitOfWorkIsStoredOnce() {
        var outer = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("outer"));
        store.publish(GenericEventMessage.asEventMessage("a"));
        var inner = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("inner"));
        store.publish(GenericEventMessage.asEventMessage("b"));
        inner.commit();
        assertThat(log.head()).isEqualTo(-1);
        outer.commit();

        assertThat(log.read(-1, 10)).hasSize(2);
    }

    @Test
    void anEventOutsideOfAUnitOfWorkIsStoredAtOnce() {
        store.publish(new GenericEventMessage<>("alone", MetaData.with("actor", "ann")));

        assertThat(log.find(0).orElseThrow().stream())
                .isEqualTo(log.find(0).orElseThrow().id());
    }
}
