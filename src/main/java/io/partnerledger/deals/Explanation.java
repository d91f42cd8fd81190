package io.partnerledger.deals;

import io.partnerledger.announcement.Amount;
import io.partnerledger.rates.Exchange;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Stated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of one deal's explanation as they come up. */
final class Explanation {

    final List<Explained> counted = new ArrayList<>();
    final List<Explained> notCounted = new ArrayList<>();
    private final Exchange exchange;

    Explanation(Exchange exchange) {
        this.exchange = exchange;
    }

    /** A statement that counts without an amount. */
    void counted(Stated stated, String field) {
        counted.add(Explained.counted(stated, null, field));
    }

    /** A statement of which the amount counts. */
    void counted(Stated stated, Amount amount, String field) {
        counted.add(Explained.counted(stated, amount.counted(), field).in(exchange, amount.currency(), stated));
    }

    /** An ending that raised what is paid by a part of the amount that another statement gave. */
    void raised(Stated ending, BigDecimal by, @Nullable String currency, Stated given) {
        counted.add(Explained.counted(ending, by, "paid").in(exchange, currency, given));
    }

    void notCounted(Stated stated, @Nullable Amount amount, Reason reason) {
        notCounted.add(line(stated, amount, reason, exchange));
    }

    /** A statement that counts for nothing, with its amount where it states one. */
    static Explained line(Stated stated, @Nullable Amount amount, Reason reason, Exchange exchange) {
        return amount == null
                ? Explained.notCounted(stated, null, reason)
                : Explained.notCounted(stated, amount.counted(), reason).in(exchange, amount.currency(), stated);
    }
}
