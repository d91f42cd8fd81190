package io.partnerledger.log;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Makes things on all processors, a few of them ahead of who takes them, and hands them over in their order. Memory is
 * bounded by those few. What fails fails where it is taken. One thread takes.
 */
public final class ReadAhead<T> implements AutoCloseable {

    /** Says, in order, what is to be made; null when there is nothing left. It is asked by the thread that takes. */
    public interface Source<T> {
        @Nullable
        Callable<T> next() throws IOException;
    }

    private final int processors = Runtime.getRuntime().availableProcessors();
    private final Source<T> source;
    private final ExecutorService making;
    private final Queue<Future<T>> ahead = new ArrayDeque<>();
    private boolean ended;

    public ReadAhead(String name, Source<T> source) {
        this.source = source;
        this.making = Executors.newFixedThreadPool(
                processors, Thread.ofPlatform().name(name + "-", 0).daemon().factory());
    }

    /** The next one; null after the last. */
    public @Nullable T next() throws IOException, InterruptedException {
        while (!ended && ahead.size() < 2 * processors) {
            Callable<T> task = source.next();
            if (task == null) {
                ended = true;
            } else {
                ahead.add(making.submit(task));
            }
        }
        Future<T> next = ahead.poll();
        try {
            return next == null ? null : next.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What is being made is made to its end, and given up. */
    @Override
    public void close() {
        making.shutdownNow();
        making.close();
    }
}
