package io.partnerledger.capacity;

import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.standing.LeftOut;
import io.partnerledger.standing.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of the capacity while they are being gathered; statements come oldest first. */
final class CapacityFold {

    private final Map<CapacityKey, Gathered> rows = new TreeMap<>();
    private final List<LeftOut> unplaced = new ArrayList<>();

    private static final class Gathered {
        private final List<CapacityTelling> tellings = new ArrayList<>();
        private final List<LeftOut> leftOut = new ArrayList<>();

        private CapacityRow row(CapacityKey key) {
            CapacityTelling believed =
                    tellings.stream().max(CapacityTelling.WORST_FIRST).orElse(null);
            return new CapacityRow(key, believed, List.copyOf(tellings), List.copyOf(leftOut));
        }
    }

    void tell(Stated stated) {
        if (stated.statement() instanceof CapacityAnnounced said) {
            open(said).tellings.add(new CapacityTelling(stated, said));
        }
    }

    void setAside(LeftOut left) {
        if (left.stated().statement() instanceof CapacityAnnounced said) {
            open(said).leftOut.add(left);
        }
    }

    void announceAhead(LeftOut left) {
        if (left.stated().statement() instanceof CapacityAnnounced said) {
            Gathered there = rows.get(CapacityKey.of(said));
            (there == null ? unplaced : there.leftOut).add(left);
        }
    }

    private Gathered open(CapacityAnnounced said) {
        return rows.computeIfAbsent(CapacityKey.of(said), _ -> new Gathered());
    }

    Capacity capacity() {
        List<CapacityRow> all = rows.entrySet().stream()
                .map(entry -> entry.getValue().row(entry.getKey()))
                .toList();
        return new Capacity(
                all.stream().filter(row -> row.believed() != null).toList(),
                all.stream().filter(row -> row.believed() == null).toList(),
                List.copyOf(unplaced));
    }
}
