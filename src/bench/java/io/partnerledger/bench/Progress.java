package io.partnerledger.bench;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What is going on, on standard error, so that standard output holds the result alone. */
final class Progress {

    private Progress() {}

    static void say(String what) {
        System.err.println(DateTimeFormatter.ISO_LOCAL_TIME.format(
                        LocalTime.now(ZoneId.systemDefault()).withNano(0)) + "  " + what);
    }
}
