package io.partnerledger.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that each do one thing after the other, as fast as they are answered, on virtual threads. */
final class Clients {

    private Clients() {}

    /** What one client does again and again. */
    @FunctionalInterface
    interface Act {
        void once() throws Exception;
    }

    /** Makes the act of each client. */
    @FunctionalInterface
    interface Acts {
        Act of(int client) throws Exception;
    }

    /** How many acts a second so many clients did together, in so many seconds. */
    static double rate(int clients, double seconds, Acts acts) throws Exception {
        return rate(clients, seconds, Long.MAX_VALUE, acts);
    }

    /** The same, where no client has more than so many acts to do: the time that they took counts. */
    static double rate(int clients, double seconds, long most, Acts acts) throws Exception {
        List<Act> made = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            made.add(acts.of(i));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            long end = begin + (long) (seconds * 1e9);
            List<Future<Long>> counts = made.stream()
                    .map(act -> threads.submit(() -> repeat(act, end, most)))
                    .toList();
            long done = 0;
            for (Future<Long> count : counts) {
                done += get(count);
            }
            return done * 1e9 / (System.nanoTime() - begin);
        }
    }

    private static long repeat(Act act, long end, long most) throws Exception {
        long done = 0;
        while (done < most && System.nanoTime() < end) {
            act.once();
            done++;
        }
        return done;
    }

    private static long get(Future<Long> count) throws Exception {
        try {
            return count.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
