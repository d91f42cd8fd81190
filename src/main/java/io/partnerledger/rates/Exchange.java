package io.partnerledger.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns amounts into one currency, the {@code target}, each at the rate of its day; an amount for which there is no rate
 * stays what it is. Without a target, or without rates, nothing is converted. What is converted is rounded, half to
 * even, to the minor unit of the target (a cent, a whole yen); what is in the target already is not touched.
 */
public record Exchange(@Nullable String target, @Nullable Rates rates) {

    /** Leaves everything in its own currency. */
    public static final Exchange NONE = new Exchange(null, null);

    /** What a permalink calls the rates when there were none. */
    public static final String NO_RATES = "none";

    /** Whether a currency was asked for. */
    public boolean isAsked() {
        return target != null;
    }

    /** What names the rates in a permalink; null where no currency was asked for. */
    public @Nullable String hash() {
        if (target == null) {
            return null;
        }
        return rates == null ? NO_RATES : rates.hash();
    }

    /** The currency that an amount of that day comes out in: the target where there is a rate, else its own. */
    public String currency(String own, LocalDate day) {
        return target == null || rate(own, day) == null ? own : target;
    }

    /** The amount in the currency that it comes out in. */
    public BigDecimal convert(BigDecimal amount, String own, LocalDate day) {
        Rate rate = rate(own, day);
        return target == null || rate == null ? amount : rate.convert(amount, decimals(target));
    }

    /** How the amount was converted, or that it was not; null where there was nothing to convert. */
    public @Nullable Conversion conversion(@Nullable BigDecimal amount, @Nullable String own, LocalDate day) {
        if (amount == null || own == null || target == null || own.equals(target)) {
            return null;
        }
        Rate rate = rate(own, day);
        return rate == null || rates == null
                ? new Conversion(amount, own, day, null, null, List.of(), null)
                : new Conversion(amount, own, day, rate.shown(), rate.date(), rate.legs(), rates.source());
    }

    private @Nullable Rate rate(String own, LocalDate day) {
        return target == null || rates == null || own.equals(target) ? null : rates.rate(own, target, day);
    }

    private static int decimals(String target) {
        return Math.max(0, Currency.getInstance(target).getDefaultFractionDigits());
    }
}
