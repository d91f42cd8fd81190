package io.partnerledger.deals;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.standing.Reason;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One telling of a payment, in units of its own currency (null where the source names none). {@code amount} is what it
 * counts for: the value, or the upper end of a range; null where undisclosed. It is not counted where an earlier
 * telling of the same payment is ({@code duplicate}) or where no amount is known ({@code undisclosed}).
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
        @Nullable Reason reason) {}
