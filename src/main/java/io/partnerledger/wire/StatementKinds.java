package io.partnerledger.wire;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.announcement.Statement.CommitmentAmended;
import io.partnerledger.announcement.Statement.CommitmentEnded;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.announcement.Statement.PartnerCountClaimed;
import io.partnerledger.announcement.Statement.PartnerRemoved;
import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.announcement.Statement.TranchePaid;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one table of statement kinds: the {@code kind} of the JSON and the record that carries it. A record may be
 * renamed freely; a kind, once stored, stays.
 */
public final class StatementKinds {

    private record Kind(String name, Class<? extends Statement> statement) {}

    private static final List<Kind> ALL = List.of(
            new Kind("partner-added", PartnerAdded.class),
            new Kind("partner-removed", PartnerRemoved.class),
            new Kind("commitment-made", CommitmentMade.class),
            new Kind("commitment-amended", CommitmentAmended.class),
            new Kind("tranche-paid", TranchePaid.class),
            new Kind("commitment-ended", CommitmentEnded.class),
            new Kind("capacity-announced", CapacityAnnounced.class),
            new Kind("partner-count-claimed", PartnerCountClaimed.class),
            new Kind("total-restated", TotalRestated.class));

    private static final Map<String, Class<? extends Statement>> BY_NAME =
            ALL.stream().collect(toUnmodifiableMap(Kind::name, Kind::statement));
    private static final Map<Class<?>, String> BY_STATEMENT =
            ALL.stream().collect(toUnmodifiableMap(Kind::statement, Kind::name));

    private StatementKinds() {}

    /** Every kind, in the order of the documentation. */
    public static List<String> all() {
        return ALL.stream().map(Kind::name).toList();
    }

    /** The kind of this statement. */
    public static String of(Statement statement) {
        return of(statement.getClass());
    }

    static String of(Class<?> statement) {
        String kind = BY_STATEMENT.get(statement);
        if (kind == null) {
            throw new IllegalArgumentException(statement.getName() + " is not a statement");
        }
        return kind;
    }

    /** The record that carries this kind. */
    public static Optional<Class<? extends Statement>> named(String kind) {
        return Optional.ofNullable(BY_NAME.get(kind));
    }
}
