package io.partnerledger.standing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a question is asked about: {@code validAt}, the world as announced by that day (default today, UTC);
 * {@code asOf}, as the ledger knew it then, an ISO 8601 instant or {@code position:N} inclusive (default now);
 * {@code minPosition}, a position the view must have reached, for reading one's own write.
 */
public record At(
        @Nullable LocalDate validAt,
        @Nullable String asOf,
        @Nullable Long minPosition) {

    /** As ISO 8601 has it, with a year of four digits: a longer one has a sign, which no link takes as it is. */
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Today, as known now. */
    public static final At NOW = new At(null, null, null);

    /** The day that a parameter says; anything but a day is refused under its name. */
    public static LocalDate day(String parameter, String written) {
        try {
            return LocalDate.parse(written, DAY);
        } catch (DateTimeParseException e) {
            throw new BadPoint(parameter, "Give a day such as 2026-11-23, not " + written);
        }
    }

    public static At validAt(LocalDate day) {
        return new At(day, null, null);
    }

    public At asOfPosition(long position) {
        return new At(validAt, "position:" + position, minPosition);
    }
}
