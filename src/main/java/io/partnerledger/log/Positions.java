package io.partnerledger.log;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.jspecify.annotations.Nullable;

/** Axon's tokens as positions of the log. */
final class Positions {

    private Positions() {}

    static TrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    /** The last position that a token covers; no token covers nothing. */
    static long of(@Nullable TrackingToken token) {
        TrackingToken lower = token == null ? null : WrappedToken.unwrapLowerBound(token);
        if (lower == null) {
            return -1;
        }
        if (lower instanceof GlobalSequenceTrackingToken sequence) {
            return sequence.getGlobalIndex();
        }
        throw new IllegalArgumentException("Not a token of this log: " + lower);
    }
}
