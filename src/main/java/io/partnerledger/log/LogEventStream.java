package io.partnerledger.log;

import io.partnerledger.log.RecentEvents.Recent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * The log from a position on, without an end. It reads pages and is woken by commits. Axon's coordinator looks into
 * it from more than one thread, so it keeps its own order.
 */
final class LogEventStream implements TrackingEventStream {

    private final EventLog log;
    private final EventMessages messages;
    private final int pageSize;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Recent> page = new ArrayDeque<>();
    private @Nullable TrackedEventMessage<?> next;
    private long readUpTo;
    private @Nullable Runnable endOfCallback;
    private volatile boolean closed;

    LogEventStream(EventLog log, EventMessages messages, long afterPosition, int pageSize) {
        this.log = log;
        this.messages = messages;
        this.readUpTo = afterPosition;
        this.pageSize = pageSize;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        lock.lock();
        try {
            return Optional.ofNullable(decoded());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (!closed) {
            long end = readIfNeeded();
            if (end < 0) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0 || !log.awaitBeyond(end - 1, Duration.ofNanos(left), () -> closed)) {
                return false;
            }
        }
        return false;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            if (closed) {
                throw new IllegalStateException("The stream is closed");
            }
            hasNextAvailable(1, TimeUnit.HOURS);
            lock.lock();
            try {
                TrackedEventMessage<?> message = decoded();
                if (message != null) {
                    next = null;
                    page.remove();
                    return message;
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Listens before it calls back at once, so that what is committed in between calls back twice rather than never.
     */
    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        lock.lock();
        try {
            if (endOfCallback != null) {
                endOfCallback.run();
            }
            endOfCallback = closed ? null : log.onCommit(new Unhurried(() -> callUnlessClosed(callback)));
        } finally {
            lock.unlock();
        }
        callback.run();
        return true;
    }

    private void callUnlessClosed(Runnable callback) {
        if (!closed) {
            callback.run();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            page.clear();
            next = null;
            if (endOfCallback != null) {
                endOfCallback.run();
                endOfCallback = null;
            }
        } finally {
            lock.unlock();
        }
        log.wakeWaiting();
    }

    private @Nullable TrackedEventMessage<?> decoded() {
        if (next == null && !closed) {
            readIfNeeded();
            Recent recent = page.peek();
            next = recent == null ? null : messages.tracked(recent.event(), recent.payload());
        }
        return next;
    }

    /** Answers -1 when there is an event, else the position that is waited for. */
    private long readIfNeeded() {
        lock.lock();
        try {
            if (page.isEmpty() && log.head() > readUpTo) {
                page.addAll(log.follow(readUpTo, pageSize));
                if (!page.isEmpty()) {
                    readUpTo = page.getLast().event().position();
                }
            }
            return page.isEmpty() ? readUpTo + 1 : -1;
        } finally {
            lock.unlock();
        }
    }
}
