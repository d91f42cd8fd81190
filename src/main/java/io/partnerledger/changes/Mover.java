package io.partnerledger.changes;

import io.partnerledger.standing.Cause;
import io.partnerledger.standing.Touch;
import org.jspecify.annotations.Nullable;

/**
 * The entry of the log that moved something: its position, the announcement or the organization that it is about (the
 * other is null), and what kind of entry it is.
 */
record Mover(
        long position,
        @Nullable String announcement,
        @Nullable String organization,
        Cause cause) {

    static Mover of(Touch touch) {
        return new Mover(touch.position(), touch.announcement(), touch.organization(), touch.cause());
    }
}
