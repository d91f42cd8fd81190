package io.partnerledger.log;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/** Collects the events that a call publishes, in their order, before anything of them is appended. */
public final class Published {

    private static final ScopedValue<List<Object>> NOTED = ScopedValue.newInstance();

    private Published() {}

    /** Makes a call, whose failure passes through, and adds what it publishes to a list. */
    public static void by(Runnable call, List<Object> events) {
        List<Object> noted = new ArrayList<>();
        ScopedValue.where(NOTED, noted).run(call);
        events.addAll(noted);
    }

    static void note(List<? extends EventMessage<?>> events) {
        if (NOTED.isBound()) {
            events.forEach(event -> NOTED.get().add(event.getPayload()));
        }
    }
}
