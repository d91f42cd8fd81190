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

    private final EventLog log;
    private final int pageSize;
    private final Function<List<StoredEvent>, T> prepare;
    private final long end;
    private final ReadAhead<T> pages;
    private long position;

    /**
     * @param after the position after which it begins
     * @param prepare what is made of a page, by several threads at a time
     */
    public Scan(EventLog log, long after, int pageSize, Function<List<StoredEvent>, T> prepare) {
        this.log = log;
        this.pageSize = pageSize;
        this.prepare = prepare;
        this.end = log.head();
        this.position = after;
        this.pages = new ReadAhead<>("scan", this::page);
    }

    private @Nullable Callable<T> page() {
        if (position >= end) {
            return null;
        }
        long after = position;
        int size = (int) Math.min(pageSize, end - after);
        position = after + size;
        return () -> {
            List<StoredEvent> page = log.read(after, size);
            if (page.size() < size) {
                throw new IllegalStateException("The log is damaged: it ends before position " + (after + size));
            }
            return prepare.apply(page);
        };
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
