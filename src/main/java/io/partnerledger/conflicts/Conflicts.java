package io.partnerledger.conflicts;

import io.partnerledger.capacity.Capacity;
import io.partnerledger.deals.DealConflict;
import io.partnerledger.deals.Deals;
import io.partnerledger.rates.Exchange;
import io.partnerledger.roster.Roster;
import io.partnerledger.standing.Part;
import io.partnerledger.standing.Standing;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the standing statements cannot all mean: first about deals, by slug, then about partners, by subject and
 * partner, then about capacity, in the order of its rows. Source of the rules: section 4 of the contract.
 */
public record Conflicts(List<Conflict> conflicts) {

    /** The conflicts among everything that stands. */
    public static Conflicts of(Standing standing) {
        return of(() -> standing, Part.of(standing));
    }

    /** The same with what is folded part by part. */
    static Conflicts of(Supplier<Standing> standing, List<Part> parts) {
        List<DealConflict> ofDeals = Deals.counting(parts, Exchange.NONE).stream()
                .flatMap(deal -> deal.conflicts().stream())
                .toList();
        Named named = new Named(
                standing, parts, ofDeals.stream().map(DealConflict::deal).collect(Collectors.toSet()));
        return new Conflicts(Stream.of(
                        ofDeals.stream().map(conflict -> Conflicting.deals(conflict, named.by(conflict.deal()))),
                        Roster.all(parts, _ -> true).values().stream()
                                .flatMap(roster -> roster.conflicts().stream())
                                .map(Conflicting::partners),
                        Capacity.conflicts(parts).stream().map(Conflicting::capacities))
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
