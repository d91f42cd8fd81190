package io.partnerledger;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A start that is broken off when the program is asked to end: the end would wait for it, and it may never be done. */
final class BreakableStart {

    private BreakableStart() {}

    static <T> T of(Supplier<T> start) {
        AtomicReference<@Nullable Thread> starter = new AtomicReference<>(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Thread starting = starter.get();
            if (starting != null) {
                starting.interrupt();
            }
        }));
        try {
            return start.get();
        } finally {
            starter.set(null);
        }
    }
}
