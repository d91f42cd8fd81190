package io.partnerledger.coverage;

import io.partnerledger.capacity.Capacity;
import io.partnerledger.deals.Deals;
import io.partnerledger.rates.Exchange;
import io.partnerledger.roster.Roster;
import io.partnerledger.standing.AnnouncementVersion;
import io.partnerledger.standing.Part;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.Standing;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the facts of the views rest on: of each deal its commitment, its ending and its payments, by slug; then the
 * roles that are held, by subject, partner and role; then the capacities in the order of their rows. Sources count as
 * independent where none rewrites another and they share neither publisher nor address; a duplicate-linked
 * announcement adds nothing, a source that corroborates does. Source of the rules: section 4 of the contract.
 */
public record Coverage(List<Fact> facts) {

    /** The coverage of everything that stands; {@code histories} are the versions of each announcement, oldest first. */
    public static Coverage of(Standing standing, Collection<List<AnnouncementVersion>> histories) {
        return of(standing, Part.of(standing), histories, _ -> true);
    }

    /** The coverage of everything that stands. */
    static Coverage of(Snapshot snapshot) {
        return of(snapshot.standing(), snapshot.parts(), snapshot.histories(), _ -> true);
    }

    /** The facts that one organization is a party to. */
    static Coverage about(String organization, Snapshot snapshot) {
        return about(organization, snapshot.standing(), snapshot.parts(), snapshot.histories());
    }

    static Coverage about(
            String organization, Standing standing, List<Part> parts, Collection<List<AnnouncementVersion>> histories) {
        return of(standing, parts, histories, assertion -> assertion.parties().contains(organization));
    }

    private static Coverage of(
            Standing standing,
            List<Part> parts,
            Collection<List<AnnouncementVersion>> histories,
            Predicate<Assertion> wanted) {
        Spoken spoken = new Spoken(standing);
        Words words = new Words(standing, histories);
        return new Coverage(Stream.of(
                        Deals.counting(parts, Exchange.NONE).stream()
                                .flatMap(deal -> Stream.concat(
                                        CommitmentFacts.of(deal, spoken).stream(),
                                        PaymentFacts.of(deal, spoken).stream())),
                        Roster.all(parts, _ -> true).values().stream()
                                .flatMap(roster -> RoleFacts.of(roster, spoken, standing.validAt())),
                        Capacity.of(parts).rows().stream().map(CapacityFacts::of))
                .flatMap(found -> found)
                .filter(wanted)
                .map(assertion -> Weighing.of(assertion, words))
                .toList());
    }
}
