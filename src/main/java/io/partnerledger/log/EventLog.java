package io.partnerledger.log;

import io.partnerledger.log.RecentEvents.Recent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/**
 * The event log: what was appended, in the order of its commits, under gapless positions from 0. An append is
 * acknowledged once it is durable. Appends that arrive together share a commit; each succeeds or fails alone. The
 * recorded time never decreases along the log, whatever the clock does. All methods may be called by any thread.
 *
 * <p>Appending fails with {@link AppendConflict} (something is taken), {@link LogUnavailable} (nothing was stored,
 * try later), {@link OutcomeUnknown} (find out), {@link LogReadOnly} (the disk failed, or the end of the log is gone) or
 * {@link Unstorable}. Reading fails with {@link LogUnavailable}, or with {@link IllegalStateException} when the log
 * itself is damaged.
 */
public final class EventLog implements AutoCloseable {

    private final LogStore store;
    private final HeadSignal signal;
    private final Appender appender;

    private EventLog(LogStore store, HeadSignal signal, Appender appender) {
        this.store = store;
        this.signal = signal;
        this.appender = appender;
    }

    /** Starts to serve a store, which belongs to the log from now on and is closed with it. */
    public static EventLog open(LogStore store, InstantSource clock, LogOptions options) {
        HeadSignal signal;
        try {
            signal = new HeadSignal(store.head());
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        EventLog log = new EventLog(store, signal, new Appender(store, signal, clock, options));
        log.appender.start();
        store.onForeignCommit(log::seen);
        return log;
    }

    /**
     * Appends and waits until it is durable. An interrupt does not end the wait, because it could not undo the
     * append.
     */
    public Appended append(Append append) {
        return answerOf(appender.append(append));
    }

    /**
     * Fills an empty log in one transaction, all or nothing, and answers its last position (-1 for no events). Ids,
     * times and order are kept and nothing is added: the same appends give the same log everywhere. An {@link
     * IllegalStateException} if the log is not empty, an {@link IllegalArgumentException} if the times decrease.
     */
    public long appendAll(Iterator<Recorded> appends) {
        return answerOf(appender.load(appends));
    }

    /** The last position that this node knows of; -1 when the log is empty. It costs nothing. */
    public long head() {
        return signal.head();
    }

    /** The last position there is, whichever node appended it, asked of the database. */
    public long headOfAllNodes() {
        long known = signal.head();
        long head = store.head();
        requireEnd(known, head);
        seen(head);
        return signal.head();
    }

    /** A log that lost its end takes nothing more, and nobody is told that there is what is gone. */
    private void requireEnd(long known, long head) {
        try {
            LogReadOnly.requireEnd(known, head);
        } catch (LogReadOnly e) {
            appender.endWriting(e);
            throw e;
        }
    }

    /** Takes note of how far the log reaches; what this node committed itself it has told or is about to. */
    private void seen(long head) {
        if (signal.raise(head)) {
            signal.tell();
        }
    }

    /** Up to {@code limit} events after a position (-1: from the beginning), in order; fewer, but one, where they are large. */
    public List<StoredEvent> read(long afterPosition, int limit) {
        long known = signal.head();
        List<StoredEvent> events = store.read(afterPosition, limit);
        if (events.isEmpty() && Math.max(afterPosition, -1) < known) {
            requireEnd(known, store.head());
        }
        return events;
    }

    /** The events that follow a position, as many as are at hand or a page of them, for who follows the log. */
    List<Recent> follow(long afterPosition, int limit) {
        List<Recent> recent =
                readOnly().isPresent() ? List.of() : appender.recent().after(afterPosition, limit);
        return recent.isEmpty()
                ? read(afterPosition, limit).stream()
                        .map(event -> new Recent(event, null))
                        .toList()
                : recent;
    }

    /** What happened at exactly so many positions after one, in order; fewer where the log lacks some. */
    List<Content> contents(long afterPosition, int count) {
        return store.contents(afterPosition, count);
    }

    /** The streams of the events at these positions. */
    public Map<Long, String> streamsAt(Collection<Long> positions) {
        return store.streamsAt(positions);
    }

    /** The first so many streams whose names begin like this, in order. */
    public List<String> streamsLike(String beginning, int limit) {
        return store.streamsLike(beginning, limit);
    }

    /** All events of a stream. */
    public List<StoredEvent> stream(String stream) {
        return store.stream(stream, 0);
    }

    /** All events of these streams: those of a stream together and in order. */
    public List<StoredEvent> streams(Collection<String> streams) {
        return store.streams(streams);
    }

    List<StoredEvent> stream(String stream, long fromSequence) {
        return store.stream(stream, fromSequence);
    }

    OptionalLong lastSequence(String stream) {
        return store.lastSequence(stream);
    }

    /** The greatest position recorded at or before an instant; -1 if there is none. */
    public long positionAt(Instant instant) {
        return store.positionAt(EpochMicros.of(instant));
    }

    public Optional<StoredEvent> find(long position) {
        return store.find(position);
    }

    /** The event of this id. */
    public Optional<StoredEvent> find(String eventId) {
        return store.find(eventId);
    }

    public Optional<StoredKey> key(String scope, String key) {
        return store.key(scope, key);
    }

    /** How appending goes. */
    public AppendFigures figures() {
        return appender.figures();
    }

    /** That the newest append failed, unless one was stored since: nothing but another append tells that all is well. */
    public Optional<FailedAppend> failing() {
        return appender.failing();
    }

    /** Why appends are refused, if they are: the disk failed, or the end of the log is gone. */
    public Optional<LogReadOnly> readOnly() {
        return appender.readOnly();
    }

    /**
     * Waits until the log reaches beyond a position, and answers whether it does. Who no longer wants to wait says so,
     * then lets {@link #wakeWaiting} ask.
     */
    public boolean awaitBeyond(long position, Duration timeout, BooleanSupplier unwanted) throws InterruptedException {
        return signal.await(position, timeout.toNanos(), unwanted);
    }

    /** Lets everyone who waits look again at whether they want to. */
    public void wakeWaiting() {
        signal.wake();
    }

    /**
     * Calls back after every commit, once {@link #head()} shows it; the answer ends that. Callbacks run on the
     * threads that write and listen: they must not block. Callbacks for commits that come together may be one.
     */
    public Runnable onCommit(Runnable listener) {
        return signal.listen(listener);
    }

    @Override
    public void close() {
        appender.close();
        store.close();
    }

    private static <T> T answerOf(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
