package io.partnerledger.totals;

import io.partnerledger.announcement.Instrument;
import io.partnerledger.deals.Deal;
import io.partnerledger.deals.Parties;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What tells one row from another. Rows are ordered by these in turn, the instrument by its name. */
record RowKey(String from, String to, Instrument instrument, String currency) implements Comparable<RowKey> {

    private static final Comparator<RowKey> ORDER = Comparator.comparing(RowKey::from)
            .thenComparing(RowKey::to)
            .thenComparing(key -> key.instrument().name())
            .thenComparing(RowKey::currency);

    static RowKey of(Parties parties, @Nullable String currency) {
        return new RowKey(
                parties.from(), parties.to(), parties.instrument(), currency == null ? Deal.NO_CURRENCY : currency);
    }

    @Override
    public int compareTo(RowKey other) {
        return ORDER.compare(this, other);
    }
}
