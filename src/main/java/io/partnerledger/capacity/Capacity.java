package io.partnerledger.capacity;

import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.LeftOut;
import io.partnerledger.standing.Part;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Standing;
import io.partnerledger.standing.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The capacity that is planned, contracted, under construction, online or released, one row per provider, customer,
 * unit, site and set of products; nothing is ever added up, so one thing told twice stays one. In each row the telling
 * of the best tier is believed, and of those the newest. {@code emptied} are the rows that lost all that counted, there
 * only to be explained; what is still to come joins a row but opens none. Source of the rules: section 4 of the
 * contract.
 */
public record Capacity(List<CapacityRow> rows, List<CapacityRow> emptied, List<LeftOut> unplaced) {

    /** All capacity that stands. */
    public static Capacity of(Standing standing) {
        CapacityFold fold = new CapacityFold();
        standing.statements().forEach(fold::tell);
        standing.leftOut().stream().filter(left -> !isStillToCome(left)).forEach(fold::setAside);
        standing.leftOut().stream().filter(Capacity::isStillToCome).forEach(fold::announceAhead);
        return fold.capacity();
    }

    /** All capacity that stands, without an explanation, from its parts. */
    public static Capacity of(List<Part> parts) {
        return new Capacity(
                parts.stream()
                        .filter(part -> part.unit() instanceof Unit.OneCustomer)
                        .flatMap(part -> part.folded(Capacity.class, Capacity::of).rows.stream())
                        .sorted(Comparator.comparing(CapacityRow::key))
                        .toList(),
                List.of(),
                List.of());
    }

    /** The capacity that the organization provides or uses. */
    public Capacity matching(String organization) {
        return new Capacity(
                rows.stream().filter(row -> row.key().involves(organization)).toList(),
                emptied.stream().filter(row -> row.key().involves(organization)).toList(),
                unplaced.stream()
                        .filter(left -> left.stated().statement() instanceof CapacityAnnounced said
                                && CapacityKey.of(said).involves(organization))
                        .toList());
    }

    /** The rows to show with an explanation: also those that lost all that counted, all in the one order. */
    public List<CapacityRow> explainedRows() {
        return Stream.concat(rows.stream(), emptied.stream())
                .sorted(Comparator.comparing(CapacityRow::key))
                .toList();
    }

    /** The lines that fit no row. */
    public List<Explained> notCounted() {
        return unplaced.stream().map(Capacity::line).toList();
    }

    /** What all capacity that stands cannot mean: no customer's bears on another's. */
    public static List<CapacityConflict> conflicts(List<Part> parts) {
        List<CapacityConflicts> customers = parts.stream()
                .filter(part -> part.unit() instanceof Unit.OneCustomer)
                .map(part -> part.folded(CapacityConflicts.class, standing -> CapacityConflicts.in(of(standing).rows)))
                .toList();
        return CapacityConflicts.joined(customers);
    }

    /** What these rows cannot all mean. */
    public List<CapacityConflict> conflicts() {
        return CapacityConflicts.in(rows).all();
    }

    static Explained line(LeftOut left) {
        return left.stated().statement() instanceof CapacityAnnounced said
                ? Explained.notCounted(left.stated(), new CapacityTelling(left.stated(), said).counted(), left.reason())
                : Explained.notCounted(left.stated(), null, left.reason());
    }

    private static boolean isStillToCome(LeftOut left) {
        return left.reason() == Reason.AFTER_VALID_AT;
    }
}
