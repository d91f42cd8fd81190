package io.partnerledger.standing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.partnerledger.rates.Conversion;
import io.partnerledger.rates.Exchange;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of an explanation: the statement (its place in the announcement, from 0), the announcement's position, the
 * amount it brought to {@code field} (null where it brings none), and the reason why it was not counted (null where it
 * was). In an answer in one currency {@code conversion} says what the amount was converted from, or that it was not.
 */
public record Explained(
        String announcement,
        int statement,
        long position,
        @Nullable BigDecimal amount,
        @Nullable String field,
        @Nullable Reason reason,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Conversion conversion) {

    public static Explained counted(Stated stated, @Nullable BigDecimal amount, String field) {
        return new Explained(stated.announcement(), stated.index(), stated.position(), amount, field, null, null);
    }

    public static Explained notCounted(Stated stated, @Nullable BigDecimal amount, Reason reason) {
        return new Explained(stated.announcement(), stated.index(), stated.position(), amount, null, reason, null);
    }

    /** The same with its amount converted at the rate of the day of the statement. */
    public Explained in(Exchange exchange, @Nullable String currency, Stated stated) {
        return in(exchange, currency, stated.announcedOn().earliest());
    }

    /** The same with its amount converted at the rate of a day. */
    public Explained in(Exchange exchange, @Nullable String currency, LocalDate day) {
        Conversion converted = exchange.conversion(amount, currency, day);
        return converted == null || currency == null || amount == null
                ? this
                : new Explained(
                        announcement,
                        statement,
                        position,
                        exchange.convert(amount, currency, day),
                        field,
                        reason,
                        converted);
    }
}
