package io.partnerledger.announcement.decision;

import static io.partnerledger.announcement.Rejection.Code.AMOUNT_MISSING;
import static io.partnerledger.announcement.Rejection.Code.AMOUNT_NOT_ALLOWED;
import static io.partnerledger.announcement.Rejection.Code.CURRENCY_MISSING;
import static io.partnerledger.announcement.Rejection.Code.NEGATIVE;
import static io.partnerledger.announcement.Rejection.Code.RANGE_REVERSED;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.Faults;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Which numbers go with which qualifier, for money and for capacity. */
final class AmountRules {

    private AmountRules() {}

    static void check(Faults faults, String pointer, @Nullable Amount amount) {
        if (amount == null) {
            return;
        }
        numbers(faults, pointer, amount.qualifier(), amount.value(), amount.min(), amount.max());
        String currency = amount.currency();
        faults.when(
                amount.qualifier() != Qualifier.UNDISCLOSED && (currency == null || currency.isBlank()),
                CURRENCY_MISSING,
                pointer + "/currency",
                "Say in which ISO 4217 currency the amount is");
    }

    static void check(Faults faults, String pointer, Quantity quantity) {
        numbers(faults, pointer, quantity.qualifier(), quantity.value(), quantity.min(), quantity.max());
    }

    private static void numbers(
            Faults faults,
            String pointer,
            Qualifier qualifier,
            @Nullable BigDecimal value,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) {
        switch (qualifier) {
            case EXACT, UP_TO, AT_LEAST, APPROXIMATELY -> {
                needed(faults, pointer + "/value", value);
                unwanted(faults, pointer + "/min", min);
                unwanted(faults, pointer + "/max", max);
            }
            case RANGE -> {
                unwanted(faults, pointer + "/value", value);
                needed(faults, pointer + "/min", min);
                needed(faults, pointer + "/max", max);
                faults.when(
                        min != null && max != null && min.compareTo(max) > 0,
                        RANGE_REVERSED,
                        pointer + "/min",
                        "A range runs from min to max");
            }
            case UNDISCLOSED -> {
                unwanted(faults, pointer + "/value", value);
                unwanted(faults, pointer + "/min", min);
                unwanted(faults, pointer + "/max", max);
            }
        }
    }

    private static void needed(Faults faults, String pointer, @Nullable BigDecimal number) {
        faults.when(number == null, AMOUNT_MISSING, pointer, "This qualifier needs a number here")
                .when(number != null && number.signum() < 0, NEGATIVE, pointer, "This must not be negative");
    }

    private static void unwanted(Faults faults, String pointer, @Nullable BigDecimal number) {
        faults.when(number != null, AMOUNT_NOT_ALLOWED, pointer, "This qualifier takes no number here");
    }
}
