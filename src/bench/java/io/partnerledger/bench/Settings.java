package io.partnerledger.bench;

import java.nio.file.Path;
import java.util.List;

/** What a run was asked to measure with; where 0 was given each mode has its own default. */
record Settings(List<Store> stores, int rounds, long events, int clients, double seconds, long seed, Path folder) {

    int rounds(int byDefault) {
        return rounds == 0 ? byDefault : rounds;
    }

    long events(long byDefault) {
        return events == 0 ? byDefault : events;
    }

    int clients(int byDefault) {
        return clients == 0 ? byDefault : clients;
    }

    double seconds(double byDefault) {
        return seconds == 0 ? byDefault : seconds;
    }
}
