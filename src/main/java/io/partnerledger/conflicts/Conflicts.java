package io.partnerledger.conflicts;

import io.partnerledger.capacity.Capacity;
import io.partnerledger.deals.DealConflict;
import io.partnerledger.deals.Deals;
import io.partnerledger.rates.Exchange;
import io.partnerledger.roster.Roster;
import io.partnerledger.standing.Standing;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the standing statements cannot all mean: first about deals, by slug, then about partners, by subject and
 * partner, then about capacity, in the order of its rows. Source of the rules: section 4 of the contract.
 */
public record Conflicts(List<Conflict> conflicts) {

    /** The conflicts among everything that stands. */
    public static Conflicts of(Standing standing) {
        List<DealConflict> ofDeals = Deals.counting(standing, Exchange.NONE).stream()
                .flatMap(deal -> deal.conflicts().stream())
                .toList();
        Named named =
                new Named(standing, ofDeals.stream().map(DealConflict::deal).collect(Collectors.toSet()));
        return new Conflicts(Stream.of(
                        ofDeals.stream().map(conflict -> Conflicting.deals(conflict, named.by(conflict.deal()))),
                        Roster.all(standing).values().stream()
                                .flatMap(roster -> roster.conflicts().stream())
                                .map(Conflicting::partners),
                        Capacity.of(standing).conflicts().stream().map(Conflicting::capacities))
                .flatMap(found -> found)
                .toList());
    }

    /** Those that concern one organization. */
    public Conflicts matching(String organization) {
        return new Conflicts(conflicts.stream()
                .filter(conflict -> conflict.organizations().contains(organization))
                .toList());
    }
}
