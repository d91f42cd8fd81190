package io.partnerledger.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Reference rates against the euro, day by day, as one file gives them: where they come from and the SHA-256 of the
 * file in hexadecimal. They never change; another file is another set.
 */
public final class Rates {

    static final String EURO = "EUR";

    /** How many days before the one that is asked for a rate may be of. */
    public static final int DAYS_BACK = 7;

    private final String source;
    private final String hash;
    private final SequencedSet<String> currencies;
    private final NavigableMap<LocalDate, Map<String, BigDecimal>> days;

    Rates(
            String source,
            String hash,
            SequencedSet<String> currencies,
            NavigableMap<LocalDate, Map<String, BigDecimal>> days) {
        this.source = source;
        this.hash = hash;
        this.currencies = currencies;
        this.days = days;
    }

    /**
     * Reads a file of the form of the European Central Bank's {@code eurofxref-hist.csv}.
     *
     * @throws MalformedRates where it has another form; nothing of it is taken then
     */
    public static Rates read(byte[] file) {
        return new RatesReader(file).read();
    }

    public String source() {
        return source;
    }

    public String hash() {
        return hash;
    }

    /** The currencies besides the euro, in the order of the file. */
    public SequencedSet<String> currencies() {
        return currencies;
    }

    public LocalDate firstDay() {
        return days.firstKey();
    }

    public LocalDate lastDay() {
        return days.lastKey();
    }

    /** How many days there are rates of. */
    public int size() {
        return days.size();
    }

    boolean has(String currency) {
        return currency.equals(EURO) || currencies.contains(currency);
    }

    /**
     * The rate of the day, or else of the last day within the seven before that has both currencies; null where there is
     * none. Both figures are of one day.
     */
    @Nullable
    Rate rate(String from, String to, LocalDate day) {
        for (Map.Entry<LocalDate, Map<String, BigDecimal>> one : days.subMap(day.minusDays(DAYS_BACK), true, day, true)
                .descendingMap()
                .entrySet()) {
            BigDecimal first = perEuro(from, one.getValue());
            BigDecimal second = perEuro(to, one.getValue());
            if (first != null && second != null) {
                return new Rate(one.getKey(), new Leg(from, first), new Leg(to, second));
            }
        }
        return null;
    }

    private static @Nullable BigDecimal perEuro(String currency, Map<String, BigDecimal> published) {
        return currency.equals(EURO) ? BigDecimal.ONE : published.get(currency);
    }
}
