package io.partnerledger.bench;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What is going on, on standard error, so that standard output holds the result alone. */
final class Progress {

    private Progress() {}

    static void say(String what) {
        System.err.println(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "  " + what);
    }
}
