package io.partnerledger.log;

import org.axonframework.common.AxonNonTransientException;
import org.jspecify.annotations.Nullable;

/**
 * The log takes no appends until it is opened again, because its disk failed. Nothing was stored; reading still
 * works.
 */
public final class LogReadOnly extends AxonNonTransientException {

    LogReadOnly(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
