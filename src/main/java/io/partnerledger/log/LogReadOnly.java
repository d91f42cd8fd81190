package io.partnerledger.log;

import org.axonframework.common.AxonNonTransientException;
import org.jspecify.annotations.Nullable;

/**
 * The log takes no appends until it is opened again, because its disk failed, where reading still works, or because its
 * end is gone. Nothing was stored.
 */
public final class LogReadOnly extends AxonNonTransientException {

    LogReadOnly(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Nothing where the log reaches as far as was known: what was acknowledged must not be given another meaning. */
    static void requireEnd(long known, long head) {
        if (head < known) {
            throw new LogReadOnly(
                    "The log ends at position " + head + " and reached " + known
                            + " before: its database was put back, or"
                            + " a standby took over that lacks the end. Bring back the one that has it, or start the"
                            + " ledger again, on every node, to go on without.",
                    null);
        }
    }
}
