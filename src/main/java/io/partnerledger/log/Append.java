package io.partnerledger.log;

import java.util.List;

/** Events and keys that are stored together or not at all. The events get consecutive positions in the order given. */
public record Append(List<NewEvent> events, List<UniqueKey> keys) {

    public Append {
        events = List.copyOf(events);
        keys = List.copyOf(keys);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("An append of no events");
        }
    }

    public Append(List<NewEvent> events) {
        this(events, List.of());
    }
}
