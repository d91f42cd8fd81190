package io.partnerledger.replay;

import io.partnerledger.log.EventCodec;
import io.partnerledger.log.EventLog;
import io.partnerledger.standing.Generation;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.LiveStanding;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
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
    private final EventCodec codec;
    private final JsonMapper json;
    private final LiveStanding live;
    private final Generations generations;
    private final LiveProjection processor;
    private final Clock clock;
    private @Nullable Rebuild latest;
    private @Nullable Thread thread;
    private @Nullable Generation retired;

    /** The streaming processor that keeps the live build, as far as a rebuild has to do with it. */
    public interface LiveProjection {

        /** Ends its work after the batch at hand. */
        void stop();

        /** Takes its work up again after this position of the live build. */
        void startAfter(long position);
    }

    public Rebuilds(
            String projection,
            EventLog log,
            EventCodec codec,
            JsonMapper json,
            LiveStanding live,
            Generations generations,
            LiveProjection processor,
            Clock clock) {
        this.projection = projection;
        this.log = log;
        this.codec = codec;
        this.json = json;
        this.live = live;
        this.generations = generations;
        this.processor = processor;
        this.clock = clock;
    }

    /** The name of the projection that can be rebuilt. */
    public String projection() {
        return projection;
    }

    /** The rebuild that is running or was the last to run in this process. */
    public synchronized Optional<Progress> latest() {
        return Optional.ofNullable(latest).map(Rebuild::progress);
    }

    /** Starts a rebuild; empty if one is running. */
    public synchronized Optional<Progress> start() {
        if (latest != null && !latest.isOver()) {
            return Optional.empty();
        }
        Rebuild rebuild = new Rebuild(projection, log, codec, json, clock.instant());
        latest = rebuild;
        dropRetired();
        thread = Thread.ofPlatform().name("rebuild-" + projection).daemon().start(() -> run(rebuild));
        return Optional.of(rebuild.progress());
    }

    private void run(Rebuild rebuild) {
        Generation before = live.generation();
        Generation next = generations.openToFill(before.number() + 1);
        try {
            rebuild.fill(generations, next);
            rebuild.indexing();
            generations.complete(next);
            rebuild.fill(generations, next);
            rebuild.compare(live, generations, next);
            rebuild.switching();
            switchOver(rebuild, next);
            rebuild.done();
        } catch (CancellationException e) {
            rebuild.failed(e);
        } catch (SQLException | RuntimeException e) {
            LOG.error("The rebuild of {} failed; {} goes on", projection, live.generation(), e);
            rebuild.failed(e);
        } catch (InterruptedException e) {
            rebuild.failed(e);
        }
        if (live.generation().equals(next)) {
            dropOnceUnused(before);
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

    private synchronized @Nullable Thread thread() {
        return thread;
    }

    /** Breaks a running rebuild off, before the parts that it needs are closed. */
    @EventListener(ContextClosedEvent.class)
    public void cancel() throws InterruptedException {
        synchronized (this) {
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
            generations.makeLive(next);
            live.switchTo(next);
        } finally {
            processor.startAfter(live.position());
        }
    }
}
