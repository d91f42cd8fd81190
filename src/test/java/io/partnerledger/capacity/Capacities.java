package io.partnerledger.capacity;

import io.partnerledger.announcement.CapacityStatus;
import io.partnerledger.announcement.CapacityUnit;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Quantity;
import io.partnerledger.announcement.Statement.CapacityAnnounced;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements about capacity, said shortly: amazon to anthropic, contracted, no site and no products, unless said. */
public record Capacities(
        String provider,
        String customer,
        Quantity quantity,
        List<String> products,
        CapacityStatus status,
        @Nullable EventDate onlineFrom,
        @Nullable String site) {

    public static Capacities gw(String value) {
        return of(Qualifier.EXACT, new BigDecimal(value), CapacityUnit.GW);
    }

    public static Capacities of(Qualifier qualifier, @Nullable BigDecimal value, CapacityUnit unit) {
        return of(new Quantity(qualifier, value, null, null, unit, null));
    }

    public static Capacities of(Quantity quantity) {
        return new Capacities("amazon", "anthropic", quantity, List.of(), CapacityStatus.CONTRACTED, null, null);
    }

    public Capacities between(String from, String to) {
        return new Capacities(from, to, quantity, products, status, onlineFrom, site);
    }

    public Capacities with(String... named) {
        return new Capacities(provider, customer, quantity, List.of(named), status, onlineFrom, site);
    }

    public Capacities is(CapacityStatus reached) {
        return new Capacities(provider, customer, quantity, products, reached, onlineFrom, site);
    }

    public Capacities at(String place) {
        return new Capacities(provider, customer, quantity, products, status, onlineFrom, place);
    }

    public Capacities from(EventDate date) {
        return new Capacities(provider, customer, quantity, products, status, date, site);
    }

    public CapacityAnnounced announced() {
        return new CapacityAnnounced(provider, customer, quantity, products, status, onlineFrom, site, null);
    }
}
