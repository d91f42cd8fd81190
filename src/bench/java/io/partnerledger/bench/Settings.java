package io.partnerledger.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run was asked to measure with; where nothing was said each mode has its own default. */
record Settings(
        List<Store> stores,
        @Nullable Integer rounds,
        @Nullable Long events,
        @Nullable Integer clients,
        @Nullable Double seconds,
        long seed) {

    int rounds(int byDefault) {
        return rounds == null ? byDefault : rounds;
    }

    long events(long byDefault) {
        return events == null ? byDefault : events;
    }

    int clients(int byDefault) {
        return clients == null ? byDefault : clients;
    }

    double seconds(double byDefault) {
        return seconds == null ? byDefault : seconds;
    }
}
