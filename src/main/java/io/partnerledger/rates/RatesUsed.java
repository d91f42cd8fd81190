package io.partnerledger.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer in one currency says of the rates: the currency that was asked for, the source and hash of the file,
 * the days that it reaches from and to (all null without rates), each rate that was {@code applied} and each that was
 * {@code missing}, once, by currency and day of the statement (null where the answer does not tell them apart); and a {@code notice} where nothing could be converted.
 */
public record RatesUsed(
        String currency,
        @Nullable String source,
        @Nullable String hash,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable List<Applied> applied,
        @Nullable List<Missing> missing,
        @Nullable String notice) {

    private static final String WITHOUT_RATES = "Answered without rates: every amount is in its own currency. Put the"
        + " European Central Bank's eurofxref-hist.csv (https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip)"
        + " into the folder 'rates' of the ledger's home and start the ledger again; /api/rates says what it has read";

    /** A rate at which amounts were converted, as {@link Conversion} describes it. */
    public record Applied(String currency, LocalDate day, BigDecimal rate, LocalDate rateDate, List<Leg> legs) {}

    /** A currency for which there is no rate on that day or in the seven before: its amounts stayed in it. */
    public record Missing(String currency, LocalDate day) {}

    /** How much is said of the rates, by where the JSON has it; nothing where no currency was asked for. */
    public static Map<String, Integer> beside(@Nullable RatesUsed rates) {
        Map<String, Integer> beside = new HashMap<>();
        if (rates != null) {
            beside.put("rates.applied", rates.applied == null ? 0 : rates.applied.size());
            beside.put("rates.missing", rates.missing == null ? 0 : rates.missing.size());
            beside.put("rates.notice", rates.notice == null ? 0 : 1);
        }
        return beside;
    }

    /** What is said of the rates where these amounts were looked at; null where no currency was asked for. */
    public static @Nullable RatesUsed of(Exchange exchange, Collection<Conversion> conversions) {
        String target = exchange.target();
        if (target == null) {
            return null;
        }
        Set<Applied> applied = new LinkedHashSet<>();
        Set<Missing> missing = new LinkedHashSet<>();
        for (Conversion one : conversions) {
            if (one.rate() == null) {
                missing.add(new Missing(one.currency(), one.day()));
            } else {
                applied.add(new Applied(
                        one.currency(), one.day(), one.rate(), Objects.requireNonNull(one.rateDate()), one.legs()));
            }
        }
        return of(
                target,
                exchange.rates(),
                applied.stream()
                        .sorted(Comparator.comparing(Applied::currency).thenComparing(Applied::day))
                        .toList(),
                missing.stream()
                        .sorted(Comparator.comparing(Missing::currency).thenComparing(Missing::day))
                        .toList());
    }

    /** What is said of the rates alone; null where no currency was asked for. */
    public static @Nullable RatesUsed of(Exchange exchange) {
        return exchange.target() == null ? null : of(exchange.target(), exchange.rates(), null, null);
    }

    private static RatesUsed of(
            String target, @Nullable Rates rates, @Nullable List<Applied> applied, @Nullable List<Missing> missing) {
        return rates == null
                ? new RatesUsed(target, null, null, null, null, applied, missing, WITHOUT_RATES)
                : new RatesUsed(
                        target,
                        rates.source(),
                        rates.hash(),
                        rates.firstDay(),
                        rates.lastDay(),
                        applied,
                        missing,
                        rates.has(target)
                                ? null
                                : "The rates have no " + target + ": every amount is in its own currency");
    }
}
