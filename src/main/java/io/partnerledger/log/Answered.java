package io.partnerledger.log;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The result of a call and what was appended to the log during it, on the thread of the call:
 * {@code Answered.by(() -> gateway.sendAndWait(command)).appended()} gives the position and recorded time of the
 * command's last event. That needs a command bus that handles commands on the caller's thread, such as Axon's simple
 * one. Nothing is noted for a call that appended nothing; of several appends the last is noted.
 */
public record Answered<T extends @Nullable Object>(T result, Optional<Appended> appended) {

    private static final ScopedValue<AtomicReference<@Nullable Appended>> NOTED = ScopedValue.newInstance();

    /** Makes a call, whose failure passes through. */
    public static <T extends @Nullable Object> Answered<T> by(Supplier<T> call) {
        AtomicReference<@Nullable Appended> noted = new AtomicReference<>();
        T result = ScopedValue.where(NOTED, noted).call(call::get);
        return new Answered<>(result, Optional.ofNullable(noted.get()));
    }

    static void note(Appended appended) {
        if (NOTED.isBound()) {
            NOTED.get().set(appended);
        }
    }
}
