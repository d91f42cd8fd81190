package io.partnerledger.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the log in pages, in order, as fast as it can be read: positions have no gaps, so pages are read and
 * prepared side by side. What is appended after the scan began is not in it. A page that lacks an event is an {@link
 * IllegalStateException}: the log is damaged.
 */
public final class Scan<T> implements AutoCloseable {

    private interface Reading<E> {
        List<E> after(long position, int most);
    }

    /** What is made of a page, or of a part of one whose events are large; the first is at a position. */
    public interface Preparing<E, T> {
        T of(long first, List<E> page);
    }

    private final int pageSize;
    private final long end;
    private final ReadAhead<List<T>> pages;
    private final Queue<T> parts = new ArrayDeque<>();
    private long position;

    private <E> Scan(EventLog log, long after, int pageSize, Reading<E> reading, Preparing<E, T> prepare) {
        this.pageSize = pageSize;
        this.end = log.head();
        this.position = after;
        this.pages = new ReadAhead<>("scan", () -> page(reading, prepare));
    }

    /**
     * @param after the position after which it begins
     * @param prepare what is made of a page, by several threads at a time
     */
    public Scan(EventLog log, long after, int pageSize, Function<List<StoredEvent>, T> prepare) {
        this(log, after, pageSize, log::read, (_, page) -> prepare.apply(page));
    }

    /** A scan that reads no more than what happened. */
    public static <T> Scan<T> ofContents(EventLog log, long after, int pageSize, Preparing<Content, T> prepare) {
        return new Scan<>(log, after, pageSize, log::contents, prepare);
    }

    private <E> @Nullable Callable<List<T>> page(Reading<E> reading, Preparing<E, T> prepare) {
        if (position >= end) {
            return null;
        }
        long after = position;
        long to = Math.min(end, after + pageSize);
        position = to;
        return () -> parts(after, to, reading, prepare);
    }

    /** What is read is let go before more is. */
    private static <E, T> List<T> parts(long after, long to, Reading<E> reading, Preparing<E, T> prepare) {
        List<T> parts = new ArrayList<>(1);
        long from = after;
        while (from < to) {
            List<E> part = reading.after(from, (int) (to - from));
            if (part.isEmpty()) {
                throw new LogDamaged(from + 1);
            }
            parts.add(prepare.of(from + 1, part));
            from += part.size();
        }
        return parts;
    }

    /** What was made of the next page, or part of one; null after the last. */
    public @Nullable T next() throws InterruptedException {
        try {
            List<T> page = parts.isEmpty() ? pages.next() : null;
            if (page != null) {
                parts.addAll(page);
            }
            return parts.poll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pages.close();
    }
}
