package io.partnerledger.platform;

import org.jspecify.annotations.Nullable;

/**
 * What a POST asks for, as the log tells it apart: the event type it ends in, and the stream it changes (null where the
 * POST creates one). An idempotency key holds per actor and route.
 */
public record Route(String eventType, @Nullable String stream) {

    /** An import, whatever it ends in. */
    public static final Route IMPORT = new Route("import", null);

    String name() {
        return stream == null ? eventType : eventType + " " + stream;
    }
}
