package io.partnerledger.platform;

import io.partnerledger.log.EventLog;
import io.partnerledger.standing.LiveStanding;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the views come as far as the log before the first request is taken, and says so where that takes long. */
@Component
final class CatchUp implements SmartLifecycle {

    private static final Duration TURN = Duration.ofSeconds(2);

    private final EventLog log;
    private final LiveStanding live;
    private volatile boolean running;

    CatchUp(EventLog log, LiveStanding live) {
        this.log = log;
        this.live = live;
    }

    @Override
    public void start() {
        long head = log.head();
        try {
            while (!live.await(head, TURN)) {
                say(live.position(), head);
            }
        } catch (InterruptedException e) {
            throw (CancellationException)
                    new CancellationException("The start was broken off at %,d of %,d events in the views"
                                    .formatted(live.position() + 1, head + 1))
                            .initCause(e);
        }
        running = true;
    }

    static void say(long position, long head) {
        System.out.printf(Locale.ROOT, "Building the views: %,d of %,d events%n", position + 1, head + 1);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After Axon's processors (which are at 0 and below), before the web server. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
