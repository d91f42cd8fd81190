package io.partnerledger.bench;

import org.jspecify.annotations.Nullable;

/** One thing that is measured, on one store at a time. */
@FunctionalInterface
interface Mode {

    void measure(Settings settings, Store store, Scratch scratch, Report report) throws Exception;

    /** Why it cannot measure with these settings, or null. */
    default @Nullable String refusal(Settings settings) {
        return null;
    }
}
