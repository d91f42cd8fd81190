package io.partnerledger.deals;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.rates.Conversion;
import io.partnerledger.rates.Exchange;
import io.partnerledger.standing.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One telling of a payment, in units of its own currency (null where the source names none). {@code amount} is what it
 * counts for: the value, or the upper end of a range; null where undisclosed. It is not counted where an earlier
 * telling of the same payment is ({@code duplicate}) or where no amount is known ({@code undisclosed}).
 * {@code conversion} says what the amount was converted from, or that it was not, where another currency was asked for.
 */
public record Payment(
        String announcement,
        int statement,
        long position,
        EventDate announcedOn,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String tranche,
        boolean counted,
        @Nullable Reason reason,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Conversion conversion) {

    Payment in(Exchange exchange) {
        LocalDate day = announcedOn.earliest();
        return currency == null
                ? this
                : new Payment(
                        announcement,
                        statement,
                        position,
                        announcedOn,
                        amount == null ? null : exchange.convert(amount, currency, day),
                        exchange.currency(currency, day),
                        tranche,
                        counted,
                        reason,
                        exchange.conversion(amount, currency, day));
    }
}
