package io.partnerledger.capacity;

import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Quantity;
import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.standing.Stated;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One statement about capacity, in the unit of its quantity. */
public record CapacityTelling(Stated stated, CapacityAnnounced said) {

    /** The believed one is last: the best tier, then the newest. */
    static final Comparator<CapacityTelling> WORST_FIRST = Comparator.comparing(
                    (CapacityTelling telling) -> telling.stated().tier(), Comparator.reverseOrder())
            .thenComparing(CapacityTelling::stated, Stated.OLDEST_FIRST);

    /** What the quantity counts for: the value, the upper end of a range, or null where it is undisclosed. */
    public @Nullable BigDecimal counted() {
        Quantity quantity = said.quantity();
        return switch (quantity.qualifier()) {
            case EXACT, UP_TO, AT_LEAST, APPROXIMATELY -> quantity.value();
            case RANGE -> quantity.max();
            case UNDISCLOSED -> null;
        };
    }

    /** The counted quantity with its unit, such as {@code 3.5 gw}; {@code undisclosed mw} where none is told. */
    public String written() {
        BigDecimal counted = counted();
        return (counted == null
                        ? kebab(Qualifier.UNDISCLOSED)
                        : counted.stripTrailingZeros().toPlainString())
                + " "
                + kebab(said.quantity().unit());
    }

    static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
