package io.partnerledger.conflicts;

import io.partnerledger.announcement.Role;
import io.partnerledger.capacity.CapacityConflict;
import io.partnerledger.conflicts.Conflict.CapacityOf;
import io.partnerledger.conflicts.Conflict.Side;
import io.partnerledger.deals.DealConflict;
import io.partnerledger.roster.RosterConflict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says of the conflicts that deals, rosters and capacity find in their own words the same in one. */
final class Conflicting {

    private Conflicting() {}

    static Conflict deals(DealConflict conflict, List<String> named) {
        return new Conflict(
                type(conflict.type()),
                conflict.deal(),
                null,
                null,
                null,
                null,
                named,
                conflict.values(),
                conflict.sides().stream()
                        .map(side -> new Side(
                                side.announcement(), side.statement(), side.position(), side.tier(), side.says()))
                        .toList());
    }

    static Conflict partners(RosterConflict conflict) {
        String says = written(conflict.role()) + " until " + conflict.on();
        return new Conflict(
                Conflict.Type.REMOVAL_WITHOUT_ADDITION,
                null,
                conflict.subject(),
                conflict.partner(),
                conflict.role(),
                null,
                Stream.of(conflict.subject(), conflict.partner())
                        .sorted()
                        .distinct()
                        .toList(),
                List.of(says),
                List.of(new Side(
                        conflict.announcement(), conflict.statement(), conflict.position(), conflict.tier(), says)));
    }

    static Conflict capacities(CapacityConflict conflict) {
        return new Conflict(
                type(conflict.type()),
                null,
                null,
                null,
                null,
                new CapacityOf(
                        conflict.providers(),
                        conflict.customer(),
                        conflict.unit(),
                        conflict.site(),
                        conflict.products(),
                        conflict.status()),
                Stream.concat(conflict.providers().stream(), Stream.of(conflict.customer()))
                        .sorted()
                        .distinct()
                        .toList(),
                conflict.values(),
                conflict.sides().stream()
                        .map(side -> new Side(
                                side.announcement(), side.statement(), side.position(), side.tier(), side.says()))
                        .toList());
    }

    private static Conflict.Type type(DealConflict.Type type) {
        return switch (type) {
            case SEVERAL_CEILINGS -> Conflict.Type.SEVERAL_CEILINGS;
            case SEVERAL_STAGES -> Conflict.Type.SEVERAL_STAGES;
            case SEVERAL_PARTIES -> Conflict.Type.SEVERAL_PARTIES;
            case SEVERAL_INSTRUMENTS -> Conflict.Type.SEVERAL_INSTRUMENTS;
            case SEVERAL_OUTCOMES -> Conflict.Type.SEVERAL_OUTCOMES;
            case OVERPAID -> Conflict.Type.OVERPAID;
            case OTHER_CURRENCY -> Conflict.Type.OTHER_CURRENCY;
            case NO_PARTIES -> Conflict.Type.NO_PARTIES;
        };
    }

    private static Conflict.Type type(CapacityConflict.Type type) {
        return switch (type) {
            case SEVERAL_QUANTITIES -> Conflict.Type.SEVERAL_QUANTITIES;
            case SEVERAL_PROVIDERS -> Conflict.Type.SEVERAL_PROVIDERS;
        };
    }

    private static String written(@Nullable Role role) {
        return role == null ? "any role" : role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
