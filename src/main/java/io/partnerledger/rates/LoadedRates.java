package io.partnerledger.rates;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of rates that were read, each a set of its own, and those that were refused. In use are the rates that reach
 * to the latest day (then those of most days, then by name); the others answer where a permalink names them.
 */
public final class LoadedRates {

    private static final Comparator<Loaded> BEST_LAST = Comparator.comparing(
                    (Loaded one) -> one.rates().lastDay())
            .thenComparingInt(one -> one.rates().size())
            .thenComparing(Loaded::file);

    /** Codes without minor units, such as XXX (none) and XAU (gold), name no currency. */
    private static final Set<String> CURRENCIES = Currency.availableCurrencies()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final List<Loaded> loaded;
    private final List<Refused> refused;

    /** A file that was read, by its name. */
    public record Loaded(String file, Rates rates) {}

    /** A file of which nothing was taken: its name, the line and column from 1, and why. */
    public record Refused(String file, int line, int column, String reason) {}

    public LoadedRates(List<Loaded> loaded, List<Refused> refused) {
        this.loaded = loaded.stream().sorted(BEST_LAST.reversed()).toList();
        this.refused = List.copyOf(refused);
    }

    /** The files that were read; the one in use first. */
    public List<Loaded> loaded() {
        return loaded;
    }

    public List<Refused> refused() {
        return refused;
    }

    /**
     * What converts as asked.
     *
     * @throws BadConversion where there is no such currency, or rates are named without one
     * @throws UnknownRates where no loaded file has the hash
     */
    public Exchange exchange(Into into) {
        String currency = into.currency();
        if (currency == null) {
            if (into.rates() != null) {
                throw new BadConversion("rates", "rates goes with currency, such as currency=EUR");
            }
            return Exchange.NONE;
        }
        if (!CURRENCIES.contains(currency)) {
            throw new BadConversion("currency", "Give an ISO 4217 code such as EUR for currency, not " + currency);
        }
        return new Exchange(currency, rates(into.rates()));
    }

    private @Nullable Rates rates(@Nullable String hash) {
        if (hash == null) {
            return loaded.isEmpty() ? null : loaded.getFirst().rates();
        }
        if (hash.equals(Exchange.NO_RATES)) {
            return null;
        }
        return loaded.stream()
                .map(Loaded::rates)
                .filter(rates -> rates.hash().equals(hash))
                .findFirst()
                .orElseThrow(() -> new UnknownRates(
                        hash, loaded.stream().map(one -> one.rates().hash()).toList()));
    }
}
