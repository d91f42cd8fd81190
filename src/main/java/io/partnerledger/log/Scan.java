package io.partnerledger.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the log in pages, in order, as fast as it can be read: positions have no gaps, so pages are read and
 * prepared side by side. What is appended after the scan began is not in it. A page that lacks an event is an {@link
 * IllegalStateException}: the log is damaged.
 */
public final class Scan<T> implements AutoCloseable {

    private interface Page<T> {
        T read(long after, int size);
    }

    private final Page<T> reading;
    private final int pageSize;
    private final long end;
    private final ReadAhead<T> pages;
    private long position;

    private Scan(EventLog log, long after, int pageSize, Page<T> reading) {
        this.reading = reading;
        this.pageSize = pageSize;
        this.end = log.head();
        this.position = after;
        this.pages = new ReadAhead<>("scan", this::page);
    }

    /**
     * @param after the position after which it begins
     * @param prepare what is made of a page, by several threads at a time
     */
    public Scan(EventLog log, long after, int pageSize, Function<List<StoredEvent>, T> prepare) {
        this(log, after, pageSize, (from, size) -> prepare.apply(whole(log.read(from, size), from, size)));
    }

    /** What is made of a page of contents, of which the first is at a position. */
    public interface Contents<T> {
        T of(long first, List<Content> page);
    }

    /** A scan that reads no more than what happened. */
    public static <T> Scan<T> ofContents(EventLog log, long after, int pageSize, Contents<T> prepare) {
        return new Scan<>(
                log,
                after,
                pageSize,
                (from, size) -> prepare.of(from + 1, whole(log.contents(from, size), from, size)));
    }

    private static <E> List<E> whole(List<E> page, long after, int size) {
        if (page.size() < size) {
            throw new IllegalStateException("The log is damaged: it lacks an event up to position " + (after + size));
        }
        return page;
    }

    private @Nullable Callable<T> page() {
        if (position >= end) {
            return null;
        }
        long after = position;
        int size = (int) Math.min(pageSize, end - after);
        position = after + size;
        return () -> reading.read(after, size);
    }

    /** What was made of the next page; null after the last. */
    public @Nullable T next() throws InterruptedException {
        try {
            return pages.next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pages.close();
    }
}
