package io.partnerledger.log;

import io.partnerledger.log.GroupFailed.Fate;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;

/** A real store whose commits wait or fail as told: before they reach the database, or after. */
final class FailingStore implements LogStore {

    /** How a commit fails. */
    enum Fault {
        STORED_BUT_UNKNOWN,
        LOST_AND_UNKNOWN,
        NOTHING_STORED,
        DISK_FAILED,
        BUG,
        ERROR
    }

    private final LogStore store;
    private final Queue<Fault> faults = new ArrayDeque<>();
    private String poison = "";
    private final Semaphore commits = new Semaphore(Integer.MAX_VALUE);
    private boolean cannotReopen;

    /** A failure that makes its handling fail too, but for the first time it is asked. */
    private static final class CannotBeSaid extends SQLException {

        private final AtomicBoolean asked = new AtomicBoolean();

        @Override
        public String getMessage() {
            if (asked.getAndSet(true)) {
                throw new OutOfMemoryError("as told");
            }
            return "told to fail";
        }
    }

    FailingStore(LogStore store) {
        this.store = store;
    }

    synchronized void next(Fault fault) {
        faults.add(fault);
    }

    /** A stream that the database refuses, as far as the log can tell. */
    synchronized void refuse(String stream) {
        poison = stream;
    }

    synchronized void cannotReopen(boolean value) {
        cannotReopen = value;
    }

    /** Commits wait until they are let through. */
    void holdCommits() {
        commits.drainPermits();
    }

    boolean holdsOne() {
        return commits.hasQueuedThreads();
    }

    void letCommitsThrough() {
        commits.release(1_000_000);
    }

    @Override
    public List<Verdict> commit(List<Append> group, InstantSource clock, long knownHead) throws GroupFailed {
        commits.acquireUninterruptibly();
        return commitNow(group, clock, knownHead);
    }

    private synchronized List<Verdict> commitNow(List<Append> group, InstantSource clock, long knownHead)
            throws GroupFailed {
        Fault fault = faults.poll();
        if (fault == null) {
            if (group.stream().anyMatch(this::isPoison)) {
                throw new GroupFailed(Fate.CONTENT_REFUSED, false, new SQLException("poison"));
            }
            return store.commit(group, clock, knownHead);
        }
        SQLException cause = new SQLException("told to fail");
        switch (fault) {
            case STORED_BUT_UNKNOWN -> {
                store.commit(group, clock, knownHead);
                throw new GroupFailed(Fate.UNKNOWN, false, cause);
            }
            case LOST_AND_UNKNOWN -> throw new GroupFailed(Fate.UNKNOWN, false, cause);
            case NOTHING_STORED -> throw new GroupFailed(Fate.NOTHING_STORED, false, cause);
            case DISK_FAILED -> throw new GroupFailed(Fate.UNKNOWN, true, cause);
            case BUG -> throw new IllegalStateException("a bug");
            case ERROR -> throw new GroupFailed(Fate.NOTHING_STORED, false, new CannotBeSaid());
        }
        throw new AssertionError();
    }

    private boolean isPoison(Append append) {
        return append.events().stream().anyMatch(event -> event.stream().equals(poison));
    }

    @Override
    public boolean commitsInProcess() {
        return store.commitsInProcess();
    }

    @Override
    public synchronized long reopen() throws SQLException {
        if (cannotReopen) {
            throw new SQLException("still failing");
        }
        return store.reopen();
    }

    @Override
    public long load(Iterator<Recorded> appends) throws GroupFailed {
        if (faults.poll() == Fault.ERROR) {
            throw new GroupFailed(Fate.NOTHING_STORED, false, new CannotBeSaid());
        }
        return store.load(appends);
    }

    @Override
    public void onForeignCommit(LongConsumer head) {
        store.onForeignCommit(head);
    }

    @Override
    public long head() {
        return store.head();
    }

    @Override
    public List<StoredEvent> read(long afterPosition, int limit) {
        return store.read(afterPosition, limit);
    }

    @Override
    public List<Content> contents(long afterPosition, int count) {
        return store.contents(afterPosition, count);
    }

    @Override
    public Map<Long, String> streamsAt(Collection<Long> positions) {
        return store.streamsAt(positions);
    }

    @Override
    public List<String> streamsLike(String beginning, int limit) {
        return store.streamsLike(beginning, limit);
    }

    @Override
    public List<StoredEvent> stream(String stream, long fromSequence) {
        return store.stream(stream, fromSequence);
    }

    @Override
    public List<StoredEvent> streams(Collection<String> streams) {
        return store.streams(streams);
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        return store.lastSequence(stream);
    }

    @Override
    public long positionAt(long epochMicros) {
        return store.positionAt(epochMicros);
    }

    @Override
    public Optional<StoredEvent> find(long position) {
        return store.find(position);
    }

    @Override
    public Optional<StoredEvent> find(String eventId) {
        return store.find(eventId);
    }

    @Override
    public Optional<StoredKey> key(String scope, String key) {
        return store.key(scope, key);
    }

    @Override
    public void close() {
        store.close();
    }
}
