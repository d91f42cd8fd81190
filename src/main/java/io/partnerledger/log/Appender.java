package io.partnerledger.log;

import io.partnerledger.log.GroupFailed.Fate;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. Appends that wait while a commit is on its way to the disk share the next one, so the
 * rate grows with the number of callers while each still waits for its own durable commit. There is no delay to
 * gather more.
 */
final class Appender implements AutoCloseable {

    /** What the thread is asked to do; it is answered through the future. */
    private sealed interface Job {
        record Write(Append append, CompletableFuture<Appended> answer) implements Job {}

        record Load(Iterator<Recorded> appends, CompletableFuture<Long> answer) implements Job {}

        record Stop(CompletableFuture<Void> answer) implements Job {}

        CompletableFuture<?> answer();
    }

    private static final System.Logger LOG = System.getLogger(Appender.class.getName());

    private final LogStore store;
    private final HeadSignal signal;
    private final InstantSource clock;
    private final LogOptions options;
    private final BlockingQueue<Job> queue;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Throwable readOnlySince;
    private final LongAdder groups = new LongAdder();
    private final LongAdder appends = new LongAdder();
    private volatile int largestGroup;
    private boolean suspect;

    Appender(LogStore store, HeadSignal signal, InstantSource clock, LogOptions options) {
        this.store = store;
        this.signal = signal;
        this.clock = clock;
        this.options = options;
        this.queue = new ArrayBlockingQueue<>(options.queueLength());
        // A platform thread: the native calls of a commit would pin a carrier.
        this.thread = Thread.ofPlatform().name("log-appender").daemon().unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    AppendFigures figures() {
        return new AppendFigures(queue.size(), groups.sum(), appends.sum(), largestGroup);
    }

    boolean readOnly() {
        return readOnlySince != null;
    }

    CompletableFuture<Appended> append(Append append) {
        CompletableFuture<Appended> answer = new CompletableFuture<>();
        enqueue(new Job.Write(append, answer));
        return answer;
    }

    CompletableFuture<Long> load(Iterator<Recorded> appends) {
        CompletableFuture<Long> answer = new CompletableFuture<>();
        enqueue(new Job.Load(appends, answer));
        return answer;
    }

    private void enqueue(Job job) {
        try {
            if (closed || !queue.offer(job, options.queueTimeout().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new LogUnavailable(closed ? "The log is closed" : "Too many appends are waiting", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("Interrupted before the append was taken", e);
        }
        // Closed meanwhile: the thread may have gone. Whoever takes the job out of the queue answers it, once.
        if (closed && queue.remove(job)) {
            throw new LogUnavailable("The log is closed", null);
        }
    }

    private void work() {
        List<Job> drained = new ArrayList<>();
        List<Job.Write> group = new ArrayList<>();
        while (true) {
            drained.clear();
            try {
                drained.add(queue.take());
            } catch (InterruptedException e) {
                continue;
            }
            queue.drainTo(drained, options.groupSize() - 1);
            for (Job job : drained) {
                switch (job) {
                    case Job.Write write -> group.add(write);
                    case Job.Load load -> {
                        write(group);
                        group.clear();
                        load(load);
                    }
                    case Job.Stop stop -> {
                        write(group);
                        refuseTheRest(drained.subList(drained.indexOf(stop) + 1, drained.size()));
                        stop.answer().complete(null);
                        return;
                    }
                }
            }
            write(group);
            group.clear();
        }
    }

    private void write(List<Job.Write> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            prepare();
            var now = clock.instant();
            List<Verdict> verdicts = store.commit(
                    group.stream().map(job -> new Recorded(job.append(), now)).toList());
            count(group.size());
            answer(group, verdicts);
        } catch (GroupFailed failed) {
            distrust(failed);
            if (failed.fate() == Fate.CONTENT_REFUSED && group.size() > 1) {
                group.forEach(alone -> write(List.of(alone)));
            } else {
                group.forEach(job -> job.answer().completeExceptionally(failure(failed)));
            }
        } catch (LogReadOnly | LogUnavailable e) {
            group.forEach(job -> job.answer().completeExceptionally(e));
        } catch (Throwable e) {
            suspect = true;
            LOG.log(System.Logger.Level.ERROR, "The log's writer failed", e);
            group.forEach(job -> job.answer().completeExceptionally(new OutcomeUnknown("The log's writer failed", e)));
        }
    }

    private void count(int size) {
        groups.increment();
        appends.add(size);
        largestGroup = Math.max(largestGroup, size);
    }

    private void answer(List<Job.Write> group, List<Verdict> verdicts) {
        long head = -1;
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Stored stored) {
                head = stored.appended().lastPosition();
            }
        }
        signal.raise(head);
        for (int i = 0; i < group.size(); i++) {
            switch (verdicts.get(i)) {
                case Verdict.Stored stored -> group.get(i).answer().complete(stored.appended());
                case Verdict.Refused refused -> group.get(i).answer().completeExceptionally(refused.conflict());
            }
        }
        if (head >= 0) {
            signal.tell();
        }
    }

    private void load(Job.Load load) {
        try {
            prepare();
            long head = store.load(load.appends());
            signal.raise(head);
            load.answer().complete(head);
            signal.tell();
        } catch (GroupFailed failed) {
            distrust(failed);
            load.answer().completeExceptionally(failure(failed));
        } catch (Throwable e) {
            suspect = true;
            load.answer().completeExceptionally(e);
        }
    }

    /**
     * After a failure the store is opened anew, so that the next group builds on what is there and not on what was
     * hoped.
     */
    private void prepare() {
        Throwable cause = readOnlySince;
        if (cause != null) {
            throw new LogReadOnly("The log is read-only until it is opened again: " + cause.getMessage(), cause);
        }
        if (!suspect) {
            return;
        }
        try {
            signal.raise(store.reopen());
            suspect = false;
            signal.tell();
        } catch (SQLException e) {
            throw new LogUnavailable("The log cannot be opened again: " + e.getMessage(), e);
        }
    }

    private void distrust(GroupFailed failed) {
        suspect = true;
        LOG.log(System.Logger.Level.ERROR, "Appends failed: " + failed.fate(), failed);
        if (failed.diskFailed()) {
            // After a failed write the system may report pages as written that never reached the disk.
            readOnlySince = failed.getCause();
        }
    }

    private static RuntimeException failure(GroupFailed failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        String message = String.valueOf(cause.getMessage());
        return switch (failed.fate()) {
            case CONTENT_REFUSED -> new Unstorable("Nothing was stored: " + message, cause);
            case NOTHING_STORED -> new LogUnavailable("Nothing was stored: " + message, cause);
            case UNKNOWN -> new OutcomeUnknown("Stored completely or not at all: " + message, cause);
        };
    }

    private void refuseTheRest(List<Job> rest) {
        List<Job> refused = new ArrayList<>(rest);
        queue.drainTo(refused);
        refused.forEach(job -> job.answer().completeExceptionally(new LogUnavailable("The log is closed", null)));
    }

    /** What was taken is still written; what comes later is refused. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        closed = true;
        boolean interrupted = false;
        while (true) {
            try {
                queue.put(new Job.Stop(stopped));
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        stopped.join();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
