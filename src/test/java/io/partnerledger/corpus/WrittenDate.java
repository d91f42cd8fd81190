package io.partnerledger.corpus;

import io.partnerledger.announcement.EventDate;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/** Reads the date forms of the corpus, so that folding it needs no other part of the ledger. */
public final class WrittenDate {

    private WrittenDate() {}

    public static EventDate of(String written) {
        if (written.endsWith("/..")) {
            return new EventDate(
                    written, of(written.substring(0, written.length() - 3)).earliest(), null);
        }
        String date = written.replaceAll("[~?%]$", "");
        return switch (date.length()) {
            case 4 ->
                new EventDate(
                        written,
                        Year.parse(date).atDay(1),
                        Year.parse(date).atMonth(12).atEndOfMonth());
            case 7 ->
                new EventDate(
                        written,
                        YearMonth.parse(date).atDay(1),
                        YearMonth.parse(date).atEndOfMonth());
            case 10 -> new EventDate(written, LocalDate.parse(date), LocalDate.parse(date));
            default -> throw new IllegalArgumentException(written);
        };
    }
}
