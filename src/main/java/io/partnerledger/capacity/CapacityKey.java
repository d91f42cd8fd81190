package io.partnerledger.capacity;

import io.partnerledger.announcement.CapacityUnit;
import io.partnerledger.announcement.Statement.CapacityAnnounced;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tells one capacity from another. Products are a set: each once, in the order of their names. An unknown site is
 * a place of its own, so that what is told without a site is never added to what is told with one. Rows are ordered by
 * these in turn, the unit by its name, an unknown site first.
 */
public record CapacityKey(
        String provider,
        String customer,
        CapacityUnit unit,
        @Nullable String site,
        List<String> products) implements Comparable<CapacityKey> {

    private static final Comparator<CapacityKey> ORDER = Comparator.comparing(CapacityKey::provider)
            .thenComparing(CapacityKey::customer)
            .thenComparing(key -> key.unit().name())
            .thenComparing(CapacityKey::site, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(key -> String.join("\0", key.products()));

    public CapacityKey {
        products = products.stream().sorted().distinct().toList();
    }

    static CapacityKey of(CapacityAnnounced said) {
        return new CapacityKey(said.provider(), said.customer(), said.quantity().unit(), said.site(), said.products());
    }

    boolean involves(String organization) {
        return provider.equals(organization) || customer.equals(organization);
    }

    @Override
    public int compareTo(CapacityKey other) {
        return ORDER.compare(this, other);
    }
}
