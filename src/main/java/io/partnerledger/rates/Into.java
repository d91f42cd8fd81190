package io.partnerledger.rates;

import org.jspecify.annotations.Nullable;

/**
 * Into which currency to convert, by its ISO 4217 code, and at the rates of which file, by its hash: null for those in
 * use, {@code none} for no conversion. Without a currency every amount stays in its own.
 */
public record Into(@Nullable String currency, @Nullable String rates) {

    /** Nothing is converted. */
    public static final Into OWN = new Into(null, null);

    /** What two parameters say that may be empty. */
    public static Into of(@Nullable String currency, @Nullable String rates) {
        return new Into(
                currency == null || currency.isBlank() ? null : currency,
                rates == null || rates.isBlank() ? null : rates);
    }
}
