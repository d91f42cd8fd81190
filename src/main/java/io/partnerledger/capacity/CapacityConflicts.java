package io.partnerledger.capacity;

import io.partnerledger.announcement.CapacityStatus;
import io.partnerledger.announcement.CapacityUnit;
import io.partnerledger.capacity.CapacityConflict.Side;
import io.partnerledger.standing.Stated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what rows of capacity disagree on. Within a row only tellings of one status are compared: that 500 were online
 * and 1,000 contracted is a history, that 500 and 1,000 were online is not.
 */
record CapacityConflicts(List<CapacityConflict> within, List<CapacityConflict> between) {

    private static final Comparator<CapacityConflict> BY_FIRST_ROW = Comparator.comparing(conflict -> new CapacityKey(
            conflict.providers().getFirst(),
            conflict.customer(),
            conflict.unit(),
            conflict.site(),
            conflict.products()));

    private record Same(
            String customer, CapacityUnit unit, @Nullable String site, List<String> products, BigDecimal quantity) {}

    static CapacityConflicts in(List<CapacityRow> rows) {
        return new CapacityConflicts(
                rows.stream()
                        .filter(row -> row.tellings().size() > 1)
                        .flatMap(row -> Stream.of(CapacityStatus.values()).flatMap(status -> quantities(row, status)))
                        .toList(),
                providers(rows).toList());
    }

    /** Those of customers side by side, in the order in which they are found in the rows of all. */
    static List<CapacityConflict> joined(List<CapacityConflicts> customers) {
        return new CapacityConflicts(
                        customers.stream()
                                .flatMap(of -> of.within.stream())
                                .sorted(BY_FIRST_ROW)
                                .toList(),
                        customers.stream()
                                .flatMap(of -> of.between.stream())
                                .sorted(BY_FIRST_ROW)
                                .toList())
                .all();
    }

    /** First each row's own, in the order of the rows, then those between rows. */
    List<CapacityConflict> all() {
        return Stream.concat(within.stream(), between.stream()).toList();
    }

    private static Stream<CapacityConflict> quantities(CapacityRow row, CapacityStatus status) {
        List<CapacityTelling> disclosed = row.tellings().stream()
                .filter(telling -> telling.said().status() == status && telling.counted() != null)
                .toList();
        List<String> values = disclosed.stream()
                .sorted(Comparator.comparing(telling -> Objects.requireNonNull(telling.counted())))
                .map(CapacityTelling::written)
                .distinct()
                .toList();
        CapacityKey key = row.key();
        return values.size() < 2
                ? Stream.empty()
                : Stream.of(new CapacityConflict(
                        CapacityConflict.Type.SEVERAL_QUANTITIES,
                        List.of(key.provider()),
                        key.customer(),
                        key.unit(),
                        key.site(),
                        key.products(),
                        status,
                        values,
                        disclosed.stream()
                                .map(telling -> side(telling, telling.written()))
                                .toList()));
    }

    /** Compares every telling, not only the believed ones: the row of one provider may believe another quantity. */
    private static Stream<CapacityConflict> providers(List<CapacityRow> rows) {
        Map<Same, List<CapacityTelling>> alike = new LinkedHashMap<>();
        for (CapacityRow row : rows) {
            CapacityKey key = row.key();
            for (CapacityTelling telling : row.tellings()) {
                BigDecimal quantity = telling.counted();
                if (quantity != null && (key.site() != null || !key.products().isEmpty())) {
                    Same same = new Same(
                            key.customer(), key.unit(), key.site(), key.products(), quantity.stripTrailingZeros());
                    alike.computeIfAbsent(same, _ -> new ArrayList<>()).add(telling);
                }
            }
        }
        return alike.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .flatMap(entry -> providers(entry.getKey(), entry.getValue()));
    }

    private static Stream<CapacityConflict> providers(Same same, List<CapacityTelling> tellings) {
        List<String> providers = tellings.stream()
                .map(telling -> telling.said().provider())
                .sorted()
                .distinct()
                .toList();
        return providers.size() < 2
                ? Stream.empty()
                : Stream.of(new CapacityConflict(
                        CapacityConflict.Type.SEVERAL_PROVIDERS,
                        providers,
                        same.customer(),
                        same.unit(),
                        same.site(),
                        same.products(),
                        null,
                        providers,
                        tellings.stream()
                                .sorted(Comparator.comparing(CapacityTelling::stated, Stated.OLDEST_FIRST))
                                .map(telling -> side(telling, telling.said().provider()))
                                .toList()));
    }

    private static Side side(CapacityTelling telling, String says) {
        Stated stated = telling.stated();
        return new Side(stated.announcement(), stated.index(), stated.position(), stated.tier(), says);
    }
}
