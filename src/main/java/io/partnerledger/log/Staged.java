package io.partnerledger.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What the unit of work in progress has published and not appended yet, by stream. Axon looks through all of it for
 * each aggregate that is loaded, comparing each with each, which a unit of thousands of events does not come to an end
 * of (4.13.0, {@code AbstractEventBus.addStagedMessages}).
 */
final class Staged {

    private static final String NAME = Staged.class.getName();

    private final Map<String, List<DomainEventMessage<?>>> ofStream = new HashMap<>();

    private Staged() {}

    /** Takes up what is published; what is rolled back is forgotten. */
    static void add(List<? extends EventMessage<?>> events) {
        if (!CurrentUnitOfWork.isStarted()) {
            return;
        }
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        Staged staged = root.getOrComputeResource(NAME, _ -> {
            Staged fresh = new Staged();
            root.onCommit(_ -> fresh.ofStream.clear());
            return fresh;
        });
        for (EventMessage<?> event : events) {
            if (event instanceof DomainEventMessage<?> told) {
                List<DomainEventMessage<?>> stream =
                        staged.ofStream.computeIfAbsent(told.getAggregateIdentifier(), _ -> new ArrayList<>());
                stream.add(told);
                CurrentUnitOfWork.get().onRollback(_ -> stream.remove(told));
            }
        }
    }

    /** What is staged for a stream, in its order. */
    static Stream<DomainEventMessage<?>> of(String stream) {
        if (!CurrentUnitOfWork.isStarted()) {
            return Stream.empty();
        }
        Staged staged = CurrentUnitOfWork.get().root().getResource(NAME);
        return staged == null ? Stream.empty() : List.copyOf(staged.ofStream.getOrDefault(stream, List.of())).stream();
    }
}
