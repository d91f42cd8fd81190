package io.partnerledger.log;

import io.partnerledger.log.GroupWriter.Waiting;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * Whose turn it is to write. Appends that wait while a commit is on its way to the disk share the next one, so the rate
 * grows with the number of callers while each still waits for its own durable commit; a thread of its own commits them.
 * There is no delay to gather more. Where nobody else has appended for a while, the caller commits itself: handing over to
 * a thread and back takes half as long as the commit. One that is alone by chance does not, nor one whose carrier others
 * wait for: while it commits, its carrier serves no other request. Nor does a virtual thread that would talk to another
 * program: waking it for each answer takes longer than to hand over.
 */
final class Appender implements AutoCloseable {

    /** What the thread is asked to do. */
    sealed interface Job {
        record Write(Waiting waiting) implements Job {}

        record Load(Iterator<Recorded> appends, CompletableFuture<Long> answer) implements Job {}

        record Stop(CompletableFuture<Void> answer) implements Job {}

        default CompletableFuture<?> answered() {
            return switch (this) {
                case Write write -> write.waiting().answer();
                case Load load -> load.answer();
                case Stop stop -> stop.answer();
            };
        }
    }

    private static final int ALONE_FOR_A_WHILE = 32;
    private static final Duration GIVING_WAY_AT_MOST = Duration.ofMillis(1);
    private static final VirtualThreadSchedulerMXBean CARRIERS =
            ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);

    private final GroupWriter writer;
    private final boolean commitsInProcess;
    private final LogOptions options;
    private final BlockingQueue<Job> queue;
    private final ReentrantLock turn = new ReentrantLock();
    private final Thread thread;
    private volatile boolean closed;
    private volatile int aloneInARow = ALONE_FOR_A_WHILE;

    Appender(LogStore store, HeadSignal signal, InstantSource clock, LogOptions options) {
        this(store, signal, clock, options, new ArrayBlockingQueue<>(options.queueLength()));
    }

    Appender(LogStore store, HeadSignal signal, InstantSource clock, LogOptions options, BlockingQueue<Job> queue) {
        this.writer = new GroupWriter(store, signal, clock);
        this.commitsInProcess = store.commitsInProcess();
        this.options = options;
        this.queue = queue;
        // A platform thread: the native calls of a commit would pin a carrier.
        this.thread = Thread.ofPlatform().name("log-appender").daemon().unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    AppendFigures figures() {
        return writer.figures(queue.size());
    }

    RecentEvents recent() {
        return writer.recent();
    }

    Optional<LogReadOnly> readOnly() {
        return writer.readOnly();
    }

    Optional<FailedAppend> failing() {
        return writer.failing();
    }

    void endWriting(LogReadOnly why) {
        writer.endWriting(why);
    }

    CompletableFuture<Appended> append(Append append) {
        Waiting waiting = new Waiting(append, new CompletableFuture<>());
        if (!wroteAlone(waiting)) {
            enqueue(new Job.Write(waiting));
        }
        return waiting.answer();
    }

    CompletableFuture<Long> load(Iterator<Recorded> appends) {
        CompletableFuture<Long> answer = new CompletableFuture<>();
        enqueue(new Job.Load(appends, answer));
        return answer;
    }

    /** Commits on the caller's thread if nobody else wants to write, now or in the last while. */
    private boolean wroteAlone(Waiting waiting) {
        if (aloneInARow < ALONE_FOR_A_WHILE
                || !queue.isEmpty()
                || (Thread.currentThread().isVirtual() && !mayHoldItsCarrier())
                || Thread.currentThread().isInterrupted()
                || !turn.tryLock()) {
            return false;
        }
        try {
            if (closed) {
                return false;
            }
            writer.write(List.of(waiting));
            aloneInARow = queue.isEmpty() ? ALONE_FOR_A_WHILE : 0;
            return true;
        } finally {
            turn.unlock();
        }
    }

    /** On a machine of one processor nobody else could even come to wait while the only carrier is held. */
    private boolean mayHoldItsCarrier() {
        return commitsInProcess && CARRIERS.getQueuedVirtualThreadCount() == 0;
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
        boolean goesOn = true;
        while (goesOn) {
            drained.clear();
            try {
                drained.add(queue.take());
            } catch (InterruptedException e) {
                continue;
            }
            turn.lock();
            try {
                gather(drained);
                goesOn = carryOut(drained);
                boolean isAlone = drained.size() == 1 && queue.isEmpty();
                aloneInARow = isAlone ? Math.min(aloneInARow + 1, ALONE_FOR_A_WHILE) : 0;
            } catch (Throwable e) {
                // Such as no memory: with the thread every later append would wait for ever.
                drained.forEach(
                        job -> job.answered().completeExceptionally(new OutcomeUnknown("The log's writer failed", e)));
            } finally {
                turn.unlock();
            }
        }
    }

    /**
     * Takes what waits, and gives way as long as that brings more: where the processors are busy those who are about to
     * append share the commit. On idle processors giving way takes no time.
     */
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: with another scheduler groups are smaller
    private void gather(List<Job> group) {
        long end = System.nanoTime() + GIVING_WAY_AT_MOST.toNanos();
        int before;
        do {
            before = group.size();
            queue.drainTo(group, options.groupSize() - before);
            Thread.yield();
        } while (group.size() > before && group.size() < options.groupSize() && System.nanoTime() < end);
        queue.drainTo(group, options.groupSize() - group.size());
    }

    /** Whether there is to be more. */
    private boolean carryOut(List<Job> jobs) {
        List<Waiting> group = new ArrayList<>();
        for (Job job : jobs) {
            switch (job) {
                case Job.Write write -> group.add(write.waiting());
                case Job.Load load -> {
                    writer.write(group);
                    group = new ArrayList<>();
                    writer.load(load.appends(), load.answer());
                }
                case Job.Stop stop -> {
                    writer.write(group);
                    refuseTheRest(jobs.subList(jobs.indexOf(stop) + 1, jobs.size()));
                    stop.answer().complete(null);
                    return false;
                }
            }
        }
        writer.write(group);
        return true;
    }

    private void refuseTheRest(List<Job> rest) {
        List<Job> refused = new ArrayList<>(rest);
        queue.drainTo(refused);
        refused.forEach(job -> job.answered().completeExceptionally(new LogUnavailable("The log is closed", null)));
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
        writer.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
