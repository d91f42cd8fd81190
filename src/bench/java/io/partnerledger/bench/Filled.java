package io.partnerledger.bench;

import io.partnerledger.log.EventLog;
import io.partnerledger.log.LogOptions;
import java.time.Clock;

/** Databases that hold a generated ledger. */
final class Filled {

    private Filled() {}

    static EventLog open(Database database) throws Exception {
        return EventLog.open(database.openLog(), Clock.systemUTC(), LogOptions.defaults());
    }

    /** Fills an empty database and answers it. */
    static Database with(Database empty, Announcements announcements, long events) throws Exception {
        Progress.say("filling " + empty.store() + " with " + events + " events");
        try (EventLog log = open(empty)) {
            log.appendAll(new LogEntries(new GeneratedLedger(announcements, events)));
        }
        return empty;
    }
}
