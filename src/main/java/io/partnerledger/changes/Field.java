package io.partnerledger.changes;

import io.partnerledger.totals.Row;
import java.math.BigDecimal;

/** The figures of a row of the totals, as its fields are called. */
enum Field {
    COMMITTED("committed"),
    PAID("paid"),
    OUTSTANDING("outstanding"),
    CONDITIONAL("conditional"),
    NON_BINDING("nonBinding"),
    RUMOURED("rumoured"),
    LAPSED("lapsed"),
    DEALS("deals"),
    UNDISCLOSED_DEALS("undisclosedDeals");

    private final String label;

    Field(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    BigDecimal of(Row row) {
        return switch (this) {
            case COMMITTED -> row.committed();
            case PAID -> row.paid();
            case OUTSTANDING -> row.outstanding();
            case CONDITIONAL -> row.conditional();
            case NON_BINDING -> row.nonBinding();
            case RUMOURED -> row.rumoured();
            case LAPSED -> row.lapsed();
            case DEALS -> BigDecimal.valueOf(row.deals());
            case UNDISCLOSED_DEALS -> BigDecimal.valueOf(row.undisclosedDeals());
        };
    }
}
