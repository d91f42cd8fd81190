package io.partnerledger.bench;

import io.partnerledger.bench.Figure.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** How long after its acknowledgement a command is seen by who asks; alone, and beside others that record steadily. */
final class FreshnessMode implements Mode {

    private static final int SAMPLES = 200;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(20);
    private static final long PAUSE_OF_OTHERS = TimeUnit.MILLISECONDS.toNanos(20);

    @Override
    public void measure(Settings settings, Store store, Scratch scratch, Report report) throws Exception {
        int others = settings.clients(64);
        Recordings recordings = new Recordings(new Announcements(settings.seed(), Parties.of(200)));
        try (Database database = scratch.fresh(store);
                LedgerProgram ledger = LedgerProgram.on(database)) {
            measure(settings, store, "idle", ledger, recordings).forEach(report::add);
            try (Crowd crowd = new Crowd(others, ledger.commands(), recordings)) {
                // Until the code of the views is compiled.
                LockSupport.parkNanos(WARM_UP);
                List<Figure> figures = measure(settings, store, "beside " + others, ledger, recordings);
                crowd.end();
                figures.forEach(report::add);
            }
        }
    }

    /** Those who record meanwhile. */
    private static final class Crowd implements AutoCloseable {

        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final List<Future<?>> clients = new ArrayList<>();
        private volatile boolean ended;

        private Crowd(int count, CommandGateway commands, Recordings recordings) {
            for (int i = 0; i < count; i++) {
                clients.add(threads.submit(() -> {
                    while (!ended) {
                        commands.sendAndWait(recordings.command());
                        LockSupport.parkNanos(PAUSE_OF_OTHERS);
                    }
                }));
            }
        }

        /** Fails if one of them did: beside fewer than were meant, nothing was measured. */
        private void end() throws Exception {
            ended = true;
            for (Future<?> client : clients) {
                client.get(1, TimeUnit.MINUTES);
            }
        }

        /** Waits for none, as it may be that nothing is answered any more. */
        @Override
        public void close() {
            ended = true;
            threads.shutdownNow();
        }
    }

    private static List<Figure> measure(
            Settings settings, Store store, String how, LedgerProgram ledger, Recordings recordings) throws Exception {
        int rounds = settings.rounds(5);
        double[] middle = new double[rounds];
        double[] late = new double[rounds];
        for (int round = -1; round < rounds; round++) {
            double[] millis = new double[SAMPLES];
            for (int i = 0; i < SAMPLES; i++) {
                ledger.commands().sendAndWait(recordings.command());
                long begin = System.nanoTime();
                if (!ledger.live().await(ledger.log().head(), Duration.ofMinutes(1))) {
                    throw new IllegalStateException("The views stand still");
                }
                millis[i] = (System.nanoTime() - begin) / 1e6;
                LockSupport.parkNanos(PAUSE);
            }
            Arrays.sort(millis);
            if (round >= 0) {
                middle[round] = millis[SAMPLES / 2];
                late[round] = millis[SAMPLES * 95 / 100];
            }
        }
        return List.of(
                new Figure("freshness", store, "p50, " + how, "ms", Target.atMost(5), middle),
                new Figure("freshness", store, "p95, " + how, "ms", Target.atMost(20), late));
    }
}
