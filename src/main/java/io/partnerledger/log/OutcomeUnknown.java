package io.partnerledger.log;

import org.axonframework.common.AxonNonTransientException;
import org.jspecify.annotations.Nullable;

/**
 * The commit failed in a way that leaves open whether the events are stored. They are there completely or not at all.
 * Whoever appended finds out by reading, or by sending the same idempotency key again.
 */
public final class OutcomeUnknown extends AxonNonTransientException {

    OutcomeUnknown(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
