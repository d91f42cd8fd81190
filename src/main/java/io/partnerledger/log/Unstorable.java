package io.partnerledger.log;

import org.axonframework.common.AxonNonTransientException;

/** The database refuses the content of this append, and would refuse it again. Nothing of it was stored. */
public final class Unstorable extends AxonNonTransientException {

    Unstorable(String message, Throwable cause) {
        super(message, cause);
    }
}
