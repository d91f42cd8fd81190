package io.partnerledger.rates;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads one file of rates, whole or not at all. Its form is that of the European Central Bank's
 * {@code eurofxref-hist.csv}: a line {@code Date,USD,JPY,...}, then a line a day in any order, units of the currency per
 * euro, {@code N/A} where there is none; where the first line ends with a comma, as the bank's does, every line does, so
 * that a file cut off in the middle of a figure is noticed. Lines before these that begin with {@code #} are
 * remarks; {@code # source: ...} says where the rates come from if it is not the bank.
 */
final class RatesReader {

    private static final String BANK = "European Central Bank, euro foreign exchange reference rates";
    private static final String REMARK = "#";
    private static final Pattern SOURCE = Pattern.compile("#\\s*source:\\s*(\\S.*)");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Pattern VALUE = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");

    private final byte[] file;
    private final NavigableMap<LocalDate, Map<String, BigDecimal>> days = new TreeMap<>();
    private String source = BANK;
    private boolean endsWithComma;
    private int columns;
    private int line;

    RatesReader(byte[] file) {
        this.file = file;
    }

    Rates read() {
        SequencedSet<String> currencies = null;
        for (String written : text().split("\n", -1)) {
            line++;
            String text = written.strip();
            if (text.startsWith(REMARK) && currencies == null) {
                remark(text);
            } else if (currencies == null) {
                currencies = header(cells(text));
            } else if (!text.isEmpty()) {
                day(cells(text), List.copyOf(currencies));
            }
        }
        if (currencies == null || days.isEmpty()) {
            throw new MalformedRates(line, 1, "There is no day in it");
        }
        return new Rates(
                source,
                hash(),
                Collections.unmodifiableSequencedSet(currencies),
                Collections.unmodifiableNavigableMap(days));
    }

    private void remark(String text) {
        var said = SOURCE.matcher(text);
        if (said.matches()) {
            source = said.group(1);
        }
    }

    private SequencedSet<String> header(List<String> cells) {
        if (!cells.getFirst().equals("Date")) {
            throw fault(0, "The first line begins with Date, not with '" + cells.getFirst() + "'");
        }
        SequencedSet<String> currencies = new LinkedHashSet<>();
        endsWithComma = cells.size() > 1 && cells.getLast().isEmpty();
        columns = cells.size();
        for (int column = 1; column < valued(); column++) {
            String code = cells.get(column);
            if (!CODE.matcher(code).matches() || code.equals(Rates.EURO)) {
                throw fault(column, "'" + code + "' is no code of a currency other than the euro");
            }
            if (!currencies.add(code)) {
                throw fault(column, code + " has a column already");
            }
        }
        if (currencies.isEmpty()) {
            throw fault(1, "There is no currency");
        }
        return currencies;
    }

    private void day(List<String> cells, List<String> currencies) {
        LocalDate day = date(cells.getFirst());
        if (cells.size() != columns) {
            throw fault(
                    Math.min(cells.size(), columns),
                    "The first line has " + columns + " columns, this one has " + cells.size());
        }
        if (endsWithComma && !cells.getLast().isEmpty()) {
            throw fault(
                    columns - 1,
                    "The line ends with '" + cells.getLast() + "' and not with a comma, as the first does");
        }
        Map<String, BigDecimal> published = new HashMap<>();
        for (int column = 1; column < valued(); column++) {
            String value = cells.get(column);
            if (!value.equals("N/A")) {
                published.put(currencies.get(column - 1), value(value, column, currencies.get(column - 1)));
            }
        }
        if (days.put(day, Map.copyOf(published)) != null) {
            throw fault(0, day + " is there twice");
        }
    }

    private LocalDate date(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw fault(0, "'" + written + "' is no day such as 2026-11-23");
        }
    }

    private BigDecimal value(String written, int column, String currency) {
        BigDecimal value = VALUE.matcher(written).matches() ? new BigDecimal(written) : BigDecimal.ZERO;
        if (value.signum() == 0) {
            throw fault(column, "'" + written + "' is no rate of " + currency + ": a decimal above 0, or N/A");
        }
        return value;
    }

    private MalformedRates fault(int column, String reason) {
        return new MalformedRates(line, column + 1, reason);
    }

    /** How many columns have a heading: a comma at the end makes one without. */
    private int valued() {
        return endsWithComma ? columns - 1 : columns;
    }

    private static List<String> cells(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private String text() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new MalformedRates(1, 1, "It is no text in UTF-8");
        }
    }

    private String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
