package io.partnerledger.bench;

/** One thing that is measured, on one store at a time. */
@FunctionalInterface
interface Mode {

    void measure(Settings settings, Store store, Scratch scratch, Report report) throws Exception;
}
