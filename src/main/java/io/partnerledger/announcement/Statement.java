package io.partnerledger.announcement;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One fact that an announcement asserts. Organizations are named by id; deals by their slug. Absent lists are empty.
 * No statement refuses its content here: the decider judges what is recorded, replay accepts what was once true.
 */
public sealed interface Statement {

    /** Someone became a partner of the subject, in these roles. */
    record PartnerAdded(
            String subject,
            String partner,
            List<Role> roles,
            List<String> products,
            @Nullable String scope,
            @Nullable Boolean exclusive,
            @Nullable EventDate effectiveOn)
            implements Statement {
        public PartnerAdded {
            roles = listed(roles);
            products = listed(products);
        }
    }

    /** A partner left these roles; no roles means all of them. */
    record PartnerRemoved(
            String subject,
            String partner,
            List<Role> roles,
            @Nullable String reason,
            @Nullable EventDate effectiveOn) implements Statement {
        public PartnerRemoved {
            roles = listed(roles);
        }
    }

    /** Money or its like was promised, at some stage of firmness. */
    record CommitmentMade(
            String deal,
            String from,
            String to,
            Instrument instrument,
            Stage stage,
            Amount amount,
            @Nullable String conditions,
            @Nullable String period)
            implements Statement {}

    /** What changed about a commitment; what is absent stays as it was. */
    record CommitmentAmended(
            String deal,
            @Nullable Amount amount,
            @Nullable Stage stage,
            @Nullable String conditions) implements Statement {}

    /** A part of a commitment was paid; the label tells two equal payments apart. */
    record TranchePaid(String deal, Amount amount, @Nullable String tranche) implements Statement {}

    /** A deal came to its end. */
    record CommitmentEnded(String deal, Outcome outcome) implements Statement {}

    /** Capacity that one party provides to another. */
    record CapacityAnnounced(
            String provider,
            String customer,
            Quantity quantity,
            List<String> products,
            CapacityStatus status,
            @Nullable EventDate onlineFrom,
            @Nullable String site,
            @Nullable String deal)
            implements Statement {
        public CapacityAnnounced {
            products = listed(products);
        }
    }

    /** A source counted partners, with or without naming them. */
    record PartnerCountClaimed(String subject, List<Role> roles, Comparator comparator, int count, List<String> named)
            implements Statement {
        public PartnerCountClaimed {
            roles = listed(roles);
            named = listed(named);
        }
    }

    /** A headline that sums earlier deals; it adds no money. */
    record TotalRestated(String from, String to, Amount amount, List<String> covers) implements Statement {
        public TotalRestated {
            covers = listed(covers);
        }
    }

    /**
     * This statement with every organization it names replaced by what {@code rename} answers for the field's JSON
     * pointer (relative to the statement) and the present name.
     */
    default Statement renaming(BinaryOperator<String> rename) {
        return switch (this) {
            case PartnerAdded s ->
                new PartnerAdded(
                        rename.apply("/subject", s.subject),
                        rename.apply("/partner", s.partner),
                        s.roles,
                        s.products,
                        s.scope,
                        s.exclusive,
                        s.effectiveOn);
            case PartnerRemoved s ->
                new PartnerRemoved(
                        rename.apply("/subject", s.subject),
                        rename.apply("/partner", s.partner),
                        s.roles,
                        s.reason,
                        s.effectiveOn);
            case CommitmentMade s ->
                new CommitmentMade(
                        s.deal,
                        rename.apply("/from", s.from),
                        rename.apply("/to", s.to),
                        s.instrument,
                        s.stage,
                        s.amount,
                        s.conditions,
                        s.period);
            case CommitmentAmended s -> s;
            case TranchePaid s -> s;
            case CommitmentEnded s -> s;
            case CapacityAnnounced s ->
                new CapacityAnnounced(
                        rename.apply("/provider", s.provider),
                        rename.apply("/customer", s.customer),
                        s.quantity,
                        s.products,
                        s.status,
                        s.onlineFrom,
                        s.site,
                        s.deal);
            case PartnerCountClaimed s ->
                new PartnerCountClaimed(
                        rename.apply("/subject", s.subject),
                        s.roles,
                        s.comparator,
                        s.count,
                        IntStream.range(0, s.named.size())
                                .mapToObj(i -> rename.apply("/named/" + i, s.named.get(i)))
                                .toList());
            case TotalRestated s ->
                new TotalRestated(rename.apply("/from", s.from), rename.apply("/to", s.to), s.amount, s.covers);
        };
    }

    /** The organizations this statement names, as it names them. */
    default List<String> organizations() {
        return switch (this) {
            case PartnerAdded s -> List.of(s.subject, s.partner);
            case PartnerRemoved s -> List.of(s.subject, s.partner);
            case CommitmentMade s -> List.of(s.from, s.to);
            case CapacityAnnounced s -> List.of(s.provider, s.customer);
            case PartnerCountClaimed s ->
                Stream.concat(Stream.of(s.subject), s.named.stream()).toList();
            case TotalRestated s -> List.of(s.from, s.to);
            case CommitmentAmended _, TranchePaid _, CommitmentEnded _ -> List.of();
        };
    }

    /** The deals this statement speaks of; empty where it speaks of none. */
    default List<String> deals() {
        return switch (this) {
            case CommitmentMade s -> List.of(s.deal);
            case CommitmentAmended s -> List.of(s.deal);
            case TranchePaid s -> List.of(s.deal);
            case CommitmentEnded s -> List.of(s.deal);
            case CapacityAnnounced s -> s.deal == null ? List.of() : List.of(s.deal);
            case TotalRestated s -> s.covers;
            case PartnerAdded _, PartnerRemoved _, PartnerCountClaimed _ -> List.of();
        };
    }

    private static <T> List<T> listed(@Nullable List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
