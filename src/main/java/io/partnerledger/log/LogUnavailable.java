package io.partnerledger.log;

import org.axonframework.common.AxonTransientException;
import org.jspecify.annotations.Nullable;

/** The log could not be reached, is overloaded, out of space or closed. Nothing was stored; a later try may succeed. */
public final class LogUnavailable extends AxonTransientException {

    public LogUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
