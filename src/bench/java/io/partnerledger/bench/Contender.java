package io.partnerledger.bench;

/** Something that is measured once a round, in whatever unit its figures compare: a rate, or a time. */
record Contender(String name, Run run) {

    /** One measurement. */
    @FunctionalInterface
    interface Run {
        double measure() throws Exception;
    }
}
