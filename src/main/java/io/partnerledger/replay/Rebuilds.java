package io.partnerledger.replay;

import io.partnerledger.log.EventLog;
import io.partnerledger.standing.Generation;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.LiveStanding;
import io.partnerledger.standing.Soundness;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import tools.jackson.databind.json.JsonMapper;

/** Rebuilds the standing projection, one rebuild at a time. */
public final class Rebuilds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    private static final int GRACE_SECONDS = 30;

    private final String projection;
    private final EventLog log;
    private final LogPast past;
    private final LiveStanding live;
    private final Generations generations;
    private final LiveProjection processor;
    private final Clock clock;
    private final String node;
    private final Notes notes;
    private @Nullable Rebuild latest;
    private @Nullable Thread thread;
    private @Nullable Generation retired;
    private volatile boolean closing;

    /** The streaming processor that keeps the live build, as far as a rebuild has to do with it. */
    public interface LiveProjection {

        /** Ends its work after the batch at hand. */
        void stop();

        /** Notes in a build that is about to be live that it has come to this position. */
        void begin(Generation next, long position);

        /** Takes its work up again, where the live build says. */
        void start();
    }

    public Rebuilds(
            String projection,
            LogPast past,
            JsonMapper json,
            LiveStanding live,
            Generations generations,
            LiveProjection processor,
            Clock clock,
            String node) {
        this.projection = projection;
        this.log = past.log();
        this.past = past;
        this.live = live;
        this.generations = generations;
        this.processor = processor;
        this.clock = clock;
        this.node = node;
        this.notes = new Notes(generations, json, node);
    }

    /** The name of the projection that can be rebuilt. */
    public String projection() {
        return projection;
    }

    /** The rebuild that is running or was the last to run in this process. */
    public synchronized Optional<Progress> latest() {
        return Optional.ofNullable(latest).map(Rebuild::progress);
    }

    /** The rebuild that runs or ran last, on whichever node. */
    Optional<Progress> known() {
        return latest().filter(here -> !here.state().isOver())
                .or(notes::ofAnotherNode)
                .or(this::latest);
    }

    /** Starts a rebuild, or goes on with one that a process left when it ended; empty if one is running on any node. */
    public Optional<Progress> start() {
        lettingGo();
        return begin();
    }

    /** A rebuild is over a moment before its thread has given its claim back. */
    private void lettingGo() {
        boolean isOver = latest().filter(last -> last.state().isOver()).isPresent();
        Thread before = isOver ? thread() : null;
        if (before != null) {
            try {
                before.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized Optional<Progress> begin() {
        if (closing || (latest != null && !latest.isOver())) {
            return Optional.empty();
        }
        Optional<Generations.Claim> claim = generations.claim(node);
        if (claim.isEmpty()) {
            return Optional.empty();
        }
        Rebuild rebuild = new Rebuild(projection, log, past, clock.instant(), notes::tell);
        latest = rebuild;
        dropRetired();
        thread = Thread.ofPlatform()
                .name("rebuild-" + projection)
                .daemon()
                .start(() -> notes.holding(claim.get(), () -> run(rebuild)));
        return Optional.of(rebuild.progress());
    }

    /** What is known of the rebuilds of other nodes. */
    Notes ofOthers() {
        return notes;
    }

    /** Breaks a rebuild off, or gives up an interrupted one, and drops what it built; empty if there is none. */
    public synchronized Optional<Progress> cancel() {
        Rebuild known = latest;
        if (known != null && known.isInterrupted()) {
            generations
                    .claim(node)
                    .ifPresent(claim -> notes.holding(claim, () -> {
                        generations.drop(
                                generations.openToFill(live.generation().number() + 1));
                        known.cancelled();
                    }));
        } else if (known != null) {
            known.cancel();
        }
        return latest();
    }

    /** Looks, at a start, for what a rebuild left that its process did not outlive; what is of no use is dropped. */
    public synchronized void findInterrupted() {
        int number = live.generation().number() + 1;
        generations
                .claim(node)
                .ifPresent(claim -> notes.holding(claim, () -> {
                    if (!generations.exists(number) || !isTaken(generations.openToFill(number))) {
                        notes.nothingIsLeft();
                    }
                }));
    }

    private boolean isTaken(Generation begun) {
        long position = generations.soundness(begun) == Soundness.FILLING ? generations.filledTo(begun) : -1;
        if (position < 0) {
            generations.drop(begun);
            return false;
        }
        generations.close(begun);
        Rebuild rebuild = new Rebuild(projection, log, past, clock.instant(), notes::tell);
        latest = Rebuild.interrupted(rebuild, position);
        LOG.warn(
                "A rebuild of {} ended with its process after {} of {} events; the next one goes on from there",
                projection,
                position + 1,
                log.head() + 1);
        return true;
    }

    private void run(Rebuild rebuild) {
        notes.tell(rebuild.progress());
        // Another node may have made another build live.
        live.refresh();
        Generation before = live.generation();
        Generation next = null;
        try {
            generations.dropAllBut(Set.of(before.number(), before.number() + 1));
            next = begunOrNew(before.number() + 1);
            rebuild.fill(generations, next);
            rebuild.complete(live, generations, next);
            rebuild.fill(generations, next);
            rebuild.compare(generations, next);
            rebuild.switching();
            switchOver(rebuild, next);
            end(before, next);
            rebuild.done();
        } catch (CancellationException e) {
            end(before, next);
            rebuild.cancelled();
        } catch (SQLException | RuntimeException e) {
            LOG.error("The rebuild of {} failed; {} goes on", projection, live.generation(), e);
            end(before, next);
            rebuild.failed(e);
        } catch (InterruptedException e) {
            end(before, next);
            rebuild.failed(e);
        }
    }

    /** What a process that was killed or stopped has filled is as good as if it had gone on. */
    private Generation begunOrNew(int number) {
        Generation begun = generations.openToFill(number);
        if (generations.soundness(begun) == Soundness.FILLING) {
            return begun;
        }
        generations.drop(begun);
        return generations.openToFill(number);
    }

    private void end(Generation before, @Nullable Generation next) {
        if (next == null) {
            return;
        }
        if (live.generation().equals(next)) {
            dropOnceUnused(before);
        } else if (closing) {
            generations.close(next);
        } else {
            generations.drop(next);
        }
    }

    /** Questions that took the old build before the switch are answered from it. */
    private synchronized void dropOnceUnused(Generation before) {
        retired = before;
        CompletableFuture.delayedExecutor(GRACE_SECONDS, TimeUnit.SECONDS).execute(this::dropRetired);
    }

    private synchronized void dropRetired() {
        if (retired != null) {
            generations.drop(retired);
            retired = null;
        }
    }

    /** Waits until no rebuild is running. */
    public void join() throws InterruptedException {
        Thread running = thread();
        if (running != null) {
            running.join();
        }
    }

    /** Whether rebuilds can still be started. */
    boolean isOpen() {
        return !closing;
    }

    private synchronized @Nullable Thread thread() {
        return thread;
    }

    /** Breaks a running rebuild off, before the parts that it needs are closed; the next start can go on with it. */
    @EventListener(ContextClosedEvent.class)
    public void stop() throws InterruptedException {
        synchronized (this) {
            closing = true;
            if (latest != null) {
                latest.cancel();
            }
        }
        join();
    }

    /** Drops the build that the last rebuild replaced and closes the live one. */
    @Override
    public void close() {
        dropRetired();
        generations.close(live.generation());
    }

    private void switchOver(Rebuild rebuild, Generation next) throws SQLException, InterruptedException {
        processor.stop();
        try {
            rebuild.fill(generations, next);
            processor.begin(next, rebuild.position());
            live.makeLive(next);
        } finally {
            processor.start();
        }
    }
}
