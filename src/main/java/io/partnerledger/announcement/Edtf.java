package io.partnerledger.announcement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates in EDTF level 0 and 1 for the years 0001 to 9999. A date-time counts as its day, as printed. Seasons are
 * those of the northern hemisphere by whole months, so that winter (24) runs from December into the next February. An
 * interval that is open or unknown at its start begins on 0001-01-01; one that is so at its end has no latest day.
 * Whatever else is written is an {@link IllegalArgumentException} that says why. Source of the rule: the Library of
 * Congress EDTF specification (ISO 8601-2).
 */
public final class Edtf {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final int LONGEST = 64;
    private static final Pattern DATE =
            Pattern.compile("(\\d{4}|\\d{3}X|\\d{2}XX)(?:-(\\d{2}|XX)(?:-(\\d{2}|XX))?)?[?~%]?");
    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}:\\d{2})(?:\\.\\d{1,9})?(Z|[+-]\\d{2}(?::\\d{2})?)?");

    private Edtf() {}

    /** The date that is written, with the earliest and the latest day it can mean. */
    public static EventDate parse(String written) {
        LocalDate day = plainDay(written);
        if (day != null) {
            return new EventDate(written, day, day);
        }
        if (written.length() > LONGEST) {
            throw refused(written.substring(0, LONGEST) + "…", "it is longer than " + LONGEST + " characters");
        }
        int slash = written.indexOf('/');
        if (slash >= 0) {
            return interval(written, written.substring(0, slash), written.substring(slash + 1));
        }
        Span span = written.indexOf('T') < 0 ? date(written, written) : dayOf(written);
        return new EventDate(written, span.first, span.last);
    }

    /** The day of {@code YYYY-MM-DD}, which most dates are, without matching all forms; null for whatever else. */
    private static @Nullable LocalDate plainDay(String written) {
        if (written.length() != 10 || written.charAt(4) != '-' || written.charAt(7) != '-') {
            return null;
        }
        int year = digits(written, 0, 4);
        int month = digits(written, 5, 7);
        int day = digits(written, 8, 10);
        boolean isDay = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
        return isDay && YearMonth.of(year, month).isValidDay(day) ? LocalDate.of(year, month, day) : null;
    }

    /** The number that is written there; -1 for what is none. */
    private static int digits(String written, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = written.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    private record Span(LocalDate first, LocalDate last) {}

    private static EventDate interval(String written, String from, String to) {
        @Nullable Span start = isOpen(from) ? null : date(written, from);
        @Nullable Span end = isOpen(to) ? null : date(written, to);
        if (start == null && end == null) {
            throw refused(written, "an interval needs at least one end");
        }
        LocalDate earliest = start == null ? FIRST_DAY : start.first;
        if (end != null && end.last.isBefore(earliest)) {
            throw refused(written, "the interval ends before it starts");
        }
        return new EventDate(written, earliest, end == null ? null : end.last);
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || "..".equals(end);
    }

    private static Span dayOf(String written) {
        Matcher dateTime = DATE_TIME.matcher(written);
        if (!dateTime.matches()) {
            throw refused(written, "a date-time reads YYYY-MM-DDThh:mm:ss, with Z, an offset or neither");
        }
        try {
            LocalTime.parse(dateTime.group(2));
            String offset = dateTime.group(3);
            if (offset != null) {
                ZoneOffset.of(offset);
            }
        } catch (DateTimeException impossible) {
            throw refused(written, "there is no such time of day or offset");
        }
        return date(written, dateTime.group(1));
    }

    private static Span date(String written, String part) {
        Matcher parts = DATE.matcher(part);
        if (!parts.matches()) {
            throw refused(written, "write YYYY, YYYY-MM, YYYY-MM-DD or another EDTF level 0 or 1 form");
        }
        String year = parts.group(1);
        String month = parts.group(2);
        String day = parts.group(3);
        if ("0000".equals(year)) {
            throw refused(written, "years run from 0001 to 9999");
        }
        if (year.endsWith("X")) {
            if (month != null) {
                throw refused(written, "a month needs a whole year");
            }
            return years(year);
        }
        if (month == null) {
            return years(year);
        }
        Year whole = Year.of(Integer.parseInt(year));
        if ("XX".equals(month)) {
            if (day != null && !"XX".equals(day)) {
                throw refused(written, "a day needs a month");
            }
            return years(year);
        }
        return inYear(written, whole, Integer.parseInt(month), day);
    }

    private static Span years(String year) {
        int first = Integer.parseInt(year.replace('X', '0'));
        int last = Integer.parseInt(year.replace('X', '9'));
        return new Span(LocalDate.of(Math.max(1, first), 1, 1), LocalDate.of(last, 12, 31));
    }

    private static Span inYear(String written, Year year, int month, @Nullable String day) {
        if (month >= 21 && month <= 24 && day == null) {
            return season(year, month);
        }
        if (month < 1 || month > 12) {
            throw refused(written, "months run from 01 to 12, seasons from 21 to 24 and without a day");
        }
        YearMonth whole = year.atMonth(month);
        if (day == null || "XX".equals(day)) {
            return new Span(whole.atDay(1), whole.atEndOfMonth());
        }
        int dayOfMonth = Integer.parseInt(day);
        if (!whole.isValidDay(dayOfMonth)) {
            throw refused(written, "the month has no such day");
        }
        LocalDate date = whole.atDay(dayOfMonth);
        return new Span(date, date);
    }

    private static Span season(Year year, int season) {
        YearMonth start = year.atMonth((season - 20) * 3);
        LocalDate end = start.plusMonths(2).atEndOfMonth();
        return new Span(start.atDay(1), end.isAfter(LAST_DAY) ? LAST_DAY : end);
    }

    private static IllegalArgumentException refused(String written, String why) {
        return new IllegalArgumentException("'" + written + "' is not a date: " + why);
    }
}
