package io.partnerledger.platform;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.Phaser;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Whoever is let in has the answer before the server goes, and whoever comes later is told that it goes. The server
 * alone looks only once whether it is idle, so that a request it has just read may be answered into a closed
 * connection; and one whose first line it has read when the stop begins it calls a bad request.
 */
final class Draining implements SmartLifecycle {

    /** One for the server, and one for each request that is inside. */
    private final Phaser inside = new Phaser(1);

    Valve door() {
        return new Door();
    }

    @Override
    public void start() {
        // It is open from the beginning.
    }

    @Override
    public void stop() {
        inside.arriveAndDeregister();
    }

    @Override
    public void stop(Runnable stopped) {
        int phase = inside.getPhase();
        stop();
        Thread.ofVirtual().name("draining").start(() -> {
            inside.awaitAdvance(phase);
            stopped.run();
        });
    }

    @Override
    public boolean isRunning() {
        return !inside.isTerminated();
    }

    /** With the server's own wait, so that whoever never ends holds up a stop once. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    }

    private final class Door extends ValveBase {

        Door() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            boolean entered = inside.register() >= 0;
            try {
                if (!entered || isUnread(request, response)) {
                    response.sendError(
                            HttpStatus.SERVICE_UNAVAILABLE.value(),
                            "The ledger is stopping; this was not looked at. Ask again once it is back");
                    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                }
                getNext().invoke(request, response);
                if (!request.isAsync()) {
                    response.finishResponse();
                }
            } finally {
                if (entered) {
                    inside.arriveAndDeregister();
                }
            }
        }

        private boolean isUnread(Request request, Response response) {
            return response.getStatus() == HttpStatus.BAD_REQUEST.value()
                    && request.getConnector().getProtocolHandler() instanceof AbstractProtocol<?> protocol
                    && protocol.isPaused();
        }
    }
}
