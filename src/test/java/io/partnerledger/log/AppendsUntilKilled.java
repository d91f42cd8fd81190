package io.partnerledger.log;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A process that appends as fast as it can and says what was acknowledged, one line each, until it is killed or
 * fails.
 */
final class AppendsUntilKilled {

    static final int CALLERS = 16;

    private AppendsUntilKilled() {}

    public static void main(String[] arguments) throws Exception {
        LogOptions options = LogOptions.defaults();
        EventLog log =
                EventLog.open(SqliteLogStore.open(Path.of(arguments[0]), options), InstantSource.system(), options);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> appendUntilItFails(log, out));
            }
        }
        out.println("read " + log.read(-1, Integer.MAX_VALUE).size());
    }

    private static void appendUntilItFails(EventLog log, PrintStream out) {
        while (true) {
            String id = UUID.randomUUID().toString();
            var events = List.of(Notes.event(id, id, 0), Notes.event(id + "-2", id, 1));
            try {
                Appended appended = log.append(new Append(events, List.of(UniqueKey.once("k", id, "o"))));
                out.println("acknowledged " + id + " at " + appended.firstPosition() + ".");
            } catch (RuntimeException e) {
                out.println("failed " + e.getClass().getSimpleName());
                if (e instanceof LogReadOnly) {
                    return;
                }
            }
        }
    }
}
