package io.partnerledger.coverage;

import io.partnerledger.deals.Deal;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How facts are put into words. */
final class Written {

    private Written() {}

    static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String currency(@Nullable String currency) {
        return currency == null ? Deal.NO_CURRENCY : currency;
    }

    static String money(BigDecimal amount, @Nullable String currency) {
        return amount.stripTrailingZeros().toPlainString() + " " + currency(currency);
    }

    /** The words that there are, one after the other. */
    static String words(@Nullable String... words) {
        return Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
