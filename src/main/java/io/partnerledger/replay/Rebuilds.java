package io.partnerledger.replay;

import io.partnerledger.log.EventLog;
import io.partnerledger.standing.Generation;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.LiveStanding;
import io.partnerledger.standing.Replaced;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import tools.jackson.databind.json.JsonMapper;

/** Rebuilds the standing projection, one rebuild at a time. */
public final class Rebuilds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

    private final String projection;
    private final EventLog log;
    private final LogPast past;
    private final LiveStanding live;
    private final Generations generations;
    private final LiveProjection processor;
    private final Clock clock;
    private final String node;
    private final Notes notes;
    private final Replaced replaced;
    private final NextBuild next;
    private @Nullable Rebuild latest;
    private @Nullable Thread thread;
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
        this.next = new NextBuild(past, live, generations);
        this.replaced = new Replaced(generations::drop);
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
        Rebuild rebuild = newRebuild();
        latest = rebuild;
        thread = Thread.ofPlatform()
                .name("rebuild-" + projection)
                .daemon()
                .start(() -> notes.holding(claim.get(), () -> run(rebuild)));
        return Optional.of(rebuild.progress());
    }

    private Rebuild newRebuild() {
        return new Rebuild(projection, log, past, clock.instant(), notes::tell, notes::areHeld);
    }

    Notes ofOthers() {
        return notes;
    }

    /** Breaks off, or gives up an interrupted one and drops what it built; not one that another node just goes on with. */
    public synchronized Optional<Progress> cancel() {
        if (latest != null && !latest.isOver()) {
            latest.cancel();
            return latest();
        }
        return known().filter(Progress::isInterrupted).map(this::givenUp).or(this::latest);
    }

    /** Which node it was interrupted on makes no difference. */
    private Progress givenUp(Progress interrupted) {
        Optional<Generations.Claim> claim = generations.claim(node);
        if (claim.isEmpty()) {
            return interrupted;
        }
        Progress cancelled = interrupted.cancelled();
        notes.holding(claim.get(), () -> {
            next.drop();
            if (latest != null && latest.isInterrupted()) {
                latest.cancelled();
            } else {
                notes.tell(cancelled);
            }
        });
        return cancelled;
    }

    /** Looks, at a start, for what a rebuild left that its process did not outlive; what is of no use is dropped. */
    public synchronized void findInterrupted() {
        generations
                .claim(node)
                .ifPresent(claim -> notes.holding(claim, () -> {
                    long position = next.filledTo();
                    if (position >= 0) {
                        Rebuild rebuild = newRebuild();
                        latest = Rebuild.interrupted(rebuild, position);
                        LOG.warn(
                                "A rebuild of {} ended with its process after {} of {} events; the next one goes on"
                                        + " from there",
                                projection,
                                position + 1,
                                log.head() + 1);
                    } else {
                        notes.nothingIsLeft();
                    }
                }));
    }

    /** However it ends, it is over then: one that stayed as it was would keep every later one from starting. */
    private void run(Rebuild rebuild) {
        try {
            build(rebuild);
            rebuild.done();
        } catch (CancellationException e) {
            rebuild.cancelled();
        } catch (Throwable e) {
            LOG.error(
                    "The rebuild of {} failed; build {} goes on",
                    projection,
                    live.generation().number(),
                    e);
            rebuild.failed(e);
        }
    }

    private void build(Rebuild rebuild) throws SQLException, InterruptedException {
        notes.tell(rebuild.progress());
        // Another node may have made another build live.
        live.follow();
        Generation before = live.generation();
        // What another node has replaced a moment ago is that one's to drop.
        Set<Integer> kept = new HashSet<>(replaced.numbers());
        kept.addAll(List.of(before.number() - 1, before.number(), next.number()));
        generations.dropAllBut(kept);
        Generation next = this.next.begunOrNew();
        try {
            rebuild.make(live, generations, next);
            if (rebuild.mayHaveGoneOnWithFaults()) {
                LOG.warn("What was rebuilt before an interruption may be what differs; it is done once more");
                next = this.next.anew(next);
                rebuild.beginAgain();
                rebuild.make(live, generations, next);
            }
            rebuild.switching();
            switchOver(rebuild, next);
        } finally {
            end(before, next);
        }
    }

    /** Who has lost the right to rebuild leaves the build to whoever has it now. */
    private void end(Generation before, Generation next) {
        try {
            if (live.generation().equals(next)) {
                replaced.add(before);
            } else if (closing || !notes.areHeld()) {
                generations.close(next);
            } else {
                generations.drop(next);
            }
        } catch (RuntimeException e) {
            LOG.warn("Build {} is left behind; the next rebuild takes it away: {}", next.number(), e.getMessage());
        }
    }

    /** Waits until no rebuild is running. */
    public void join() throws InterruptedException {
        Thread running = thread();
        if (running != null) {
            running.join();
        }
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

    /** Drops the builds that were replaced and closes the live one. */
    @Override
    public void close() {
        replaced.endAll();
        generations.close(live.generation());
    }

    private void switchOver(Rebuild rebuild, Generation next) throws SQLException, InterruptedException {
        processor.stop();
        try {
            rebuild.fill(generations, next);
            rebuild.requireRight();
            processor.begin(next, rebuild.position());
            live.makeLive(next);
        } finally {
            startAgain();
        }
    }

    /** Axon's start is over with the first failure to reach the database, and nobody else starts the processor. */
    private void startAgain() throws InterruptedException {
        while (!closing) {
            try {
                processor.start();
                return;
            } catch (RuntimeException e) {
                LOG.warn("The views stand still until their database answers: {}", e.getMessage());
                Thread.sleep(BEFORE_NEXT_TRY);
            }
        }
    }
}
