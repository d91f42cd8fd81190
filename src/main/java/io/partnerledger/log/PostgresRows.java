package io.partnerledger.log;

import java.util.List;

/** The rows that a group of appends adds. */
record PostgresRows(PostgresColumns events, PostgresColumns keys) {

    PostgresRows() {
        this(
                new PostgresColumns("bigint", "text", "text", "bigint", "text", "int", "bigint", "text", "bytea"),
                new PostgresColumns("text", "text", "text", "bigint"));
    }

    void add(Append append, long firstPosition, long recordedAtMicros, Taken taken) {
        List<NewEvent> all = append.events();
        for (int i = 0; i < all.size(); i++) {
            NewEvent event = all.get(i);
            events.add(
                    firstPosition + i,
                    event.id(),
                    event.stream(),
                    event.sequence(),
                    event.type(),
                    event.revision(),
                    recordedAtMicros,
                    event.metadata(),
                    event.data());
        }
        long last = firstPosition + all.size() - 1;
        append.keys().stream()
                .filter(key -> taken.isNew(key, last))
                .distinct()
                .forEach(key -> keys.add(key.scope(), key.key(), key.owner(), last));
    }
}
