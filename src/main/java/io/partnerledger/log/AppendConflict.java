package io.partnerledger.log;

import org.axonframework.common.AxonNonTransientException;

/**
 * An append was refused because something it needs is taken. Nothing of it was stored; repeating it meets the same
 * answer.
 */
public abstract sealed class AppendConflict extends AxonNonTransientException
        permits StreamConflict, EventIdConflict, KeyConflict {

    AppendConflict(String message) {
        super(message);
    }
}
