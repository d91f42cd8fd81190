package io.partnerledger.replay;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Makes things ahead of who takes them, on a thread of its own, a few at most. What fails there fails where it is taken.
 * It ends with the first null. Closing it ends the thread and waits until it has.
 */
final class Ahead<T> implements AutoCloseable {

    /** Makes the next one; null when there is none left. */
    interface Source<T> {
        @Nullable
        T next() throws Exception;
    }

    private record Made<T>(@Nullable T value, @Nullable Throwable failure) {}

    private final BlockingQueue<Made<T>> made;
    private final Thread thread;

    Ahead(String name, int atMost, Source<T> source) {
        made = new ArrayBlockingQueue<>(atMost);
        thread = Thread.ofPlatform().name(name).daemon().start(() -> work(source));
    }

    private void work(Source<T> source) {
        try {
            boolean more = true;
            while (more) {
                Made<T> next = make(source);
                more = next.value != null;
                made.put(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> Made<T> make(Source<T> source) throws InterruptedException {
        try {
            return new Made<>(source.next(), null);
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            return new Made<>(null, e);
        }
    }

    /** The next one; null when there is none left. */
    @Nullable
    T take() throws Exception {
        Made<T> next = made.take();
        if (next.failure instanceof Exception failure) {
            throw failure;
        }
        if (next.failure != null) {
            throw new IllegalStateException(next.failure);
        }
        return next.value;
    }

    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
