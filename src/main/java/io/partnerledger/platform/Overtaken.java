package io.partnerledger.platform;

import io.partnerledger.log.KeyConflict;
import java.util.function.Supplier;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Judges anew what somebody else's change has overtaken: a decision was right when it was made, and the log takes it no
 * more. Then either it can still be done, or there is a refusal that says why not.
 */
public final class Overtaken {

    /** More than as many as may stand in one another's way, each of whom lets at least one go on. */
    private static final int ATTEMPTS = 100;

    private Overtaken() {}

    /** Does the work, again where it was overtaken; its own failures pass through. */
    public static <R> R again(Supplier<R> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (ConcurrencyException
                    | AggregateStreamCreationException
                    | DeadlockException
                    | KeyConflict overtaken) {
                if (attempt == ATTEMPTS || isTheSameRequest(overtaken)) {
                    throw overtaken;
                }
            }
        }
    }

    /** Nobody overtakes himself: whoever asked twice has an answer. */
    private static boolean isTheSameRequest(RuntimeException overtaken) {
        return overtaken instanceof KeyConflict conflict
                && conflict.taken().scope().equals(IdempotencyKeys.SCOPE);
    }
}
