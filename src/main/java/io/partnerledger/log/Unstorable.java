package io.partnerledger.log;

import org.axonframework.common.AxonNonTransientException;
import org.jspecify.annotations.Nullable;

/** The database refuses the content of this append, or would, and would refuse it again. Nothing of it was stored. */
public final class Unstorable extends AxonNonTransientException {

    Unstorable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
