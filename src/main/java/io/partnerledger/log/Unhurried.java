package io.partnerledger.log;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Calls back at once, but not again within a pause: calls in that time are one, at its end. So who reads behind a log
 * that is written to without a break takes more at a time, and leaves more of the machine to those who write.
 */
final class Unhurried implements Runnable {

    private static final long PAUSE = Duration.ofMillis(2).toNanos();

    private final Runnable callback;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile long last = System.nanoTime() - PAUSE;

    Unhurried(Runnable callback) {
        this.callback = callback;
    }

    @Override
    public void run() {
        long left = last + PAUSE - System.nanoTime();
        if (left <= 0) {
            call();
        } else if (waiting.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(left, TimeUnit.NANOSECONDS).execute(this::callAfterPause);
        }
    }

    /** What comes from now on is told anew: the call may have looked already. */
    private void callAfterPause() {
        waiting.set(false);
        call();
    }

    private void call() {
        last = System.nanoTime();
        callback.run();
    }
}
