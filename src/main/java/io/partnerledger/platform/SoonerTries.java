package io.partnerledger.platform;

import io.partnerledger.log.EventLog;
import io.partnerledger.standing.LiveStanding;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets the views go on soon after what held them up is over. Axon waits longer after each try that failed, in the end for
 * a minute; until then what was recorded since could not be asked for, nor an organization be registered.
 */
@Component
final class SoonerTries implements SmartLifecycle {

    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final EventLog log;
    private final LiveStanding live;
    private final StandingProcessor processor;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("views-watch").daemon().factory());
    private long seen = -1;
    private volatile @Nullable Future<?> looking;

    SoonerTries(EventLog log, LiveStanding live, StandingProcessor processor) {
        this.log = log;
        this.live = live;
        this.processor = processor;
    }

    @Override
    public void start() {
        looking =
                watch.scheduleWithFixedDelay(this::look, BETWEEN.toMillis(), BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        long position = live.position();
        if (position == seen && position < log.head()) {
            try {
                live.refresh();
                processor.tryAgain(live.position());
            } catch (RuntimeException e) {
                // The database is still gone; whoever needs it says so. There is a next time.
            }
        }
        seen = position;
    }

    @Override
    public void stop() {
        watch.shutdownNow();
        looking = null;
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }
}
