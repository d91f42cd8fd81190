package io.partnerledger.timeline;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.Comparator;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Quantity;
import io.partnerledger.wire.EnumNames;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How figures and lists read in a sentence. */
final class Wording {

    private Wording() {}

    static String of(Amount amount) {
        String currency = amount.currency() == null ? "" : " " + amount.currency();
        return figure(
                amount.qualifier(), amount.value(), amount.min(), amount.max(), currency, "an undisclosed amount");
    }

    static String of(Quantity quantity) {
        String unit = EnumNames.of(quantity.unit());
        String name = unit.length() == 2 ? unit.toUpperCase(Locale.ROOT) : unit;
        return figure(
                quantity.qualifier(),
                quantity.value(),
                quantity.min(),
                quantity.max(),
                " " + name,
                "an undisclosed number of " + name);
    }

    static String of(Comparator comparator) {
        return EnumNames.of(comparator).replace('-', ' ');
    }

    /** {@code a, b and c} of the names of enum values. */
    static String list(List<? extends Enum<?>> values) {
        List<String> names = values.stream().map(EnumNames::of).toList();
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    private static String figure(
            Qualifier qualifier,
            @Nullable BigDecimal value,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            String unit,
            String undisclosed) {
        return switch (qualifier) {
            case EXACT -> number(value) + unit;
            case UP_TO -> "up to " + number(value) + unit;
            case AT_LEAST -> "at least " + number(value) + unit;
            case APPROXIMATELY -> "about " + number(value) + unit;
            case RANGE -> number(min) + " to " + number(max) + unit;
            case UNDISCLOSED -> undisclosed;
        };
    }

    private static String number(@Nullable BigDecimal value) {
        return value == null
                ? "?"
                : new DecimalFormat("#,##0.##########", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
