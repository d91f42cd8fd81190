package io.partnerledger.log;

import java.util.function.Supplier;

/**
 * A call whose events are appended provided that something still holds: {@code Provided.that(check, call)} makes the
 * check, on the thread of the call, right before what the call publishes is handed to the log. Where the check throws,
 * nothing is appended, and that is how the call fails.
 */
public final class Provided {

    private static final ScopedValue<Runnable> CHECK = ScopedValue.newInstance();

    private Provided() {}

    /** Makes the call, whose own failure passes through. */
    public static <T> T that(Runnable check, Supplier<T> call) {
        return ScopedValue.where(CHECK, check).call(call::get);
    }

    static void check() {
        if (CHECK.isBound()) {
            CHECK.get().run();
        }
    }
}
