package io.partnerledger.log;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A process in which many virtual threads append, and which says how many appends there were and how many groups. */
final class AppendsOnOneCarrier {

    private static final int CALLERS = 32;
    private static final int APPENDS = 20;

    private AppendsOnOneCarrier() {}

    public static void main(String[] arguments) throws Exception {
        LogOptions options = LogOptions.defaults();
        try (EventLog log =
                EventLog.open(SqliteLogStore.open(Path.of(arguments[0]), options), InstantSource.system(), options)) {
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < CALLERS; i++) {
                    String stream = "s" + i;
                    callers.execute(() -> appendEach(log, stream));
                }
            }
            System.out.println(log.figures().appends() + " " + log.figures().groups());
        }
    }

    private static void appendEach(EventLog log, String stream) {
        for (int i = 0; i < APPENDS; i++) {
            log.append(Notes.append(stream, i));
        }
    }
}
