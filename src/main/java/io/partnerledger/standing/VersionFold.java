package io.partnerledger.standing;

import io.partnerledger.standing.StandingRows.Added;
import io.partnerledger.standing.StandingRows.Closed;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectWriter;

/**
 * The rows that events add to a table of versions, and those they close. A version that is replaced before the rows are
 * taken is written once, already closed. The rows used last and those not taken yet are at hand; others are looked up.
 */
final class VersionFold<V> {

    private static final int AT_HAND = 10_000;

    /** Finds the row of something that was in force before a position. */
    interface Lookup<V> {
        VersionRow<V> open(String id, long before) throws SQLException;
    }

    private final Lookup<V> lookup;
    private final ObjectWriter json;
    private final Map<String, VersionRow<V>> open = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, VersionRow<V>> eldest) {
            return size() > AT_HAND && !eldest.getValue().fresh;
        }
    };
    private final List<VersionRow<V>> added = new ArrayList<>();
    private final List<Closed> closed = new ArrayList<>();

    VersionFold(Lookup<V> lookup, ObjectWriter json) {
        this.lookup = lookup;
        this.json = json;
    }

    /** The row in force before a position. */
    VersionRow<V> inForce(String id, long before) throws SQLException {
        VersionRow<V> known = open.get(id);
        return known == null ? lookup.open(id, before) : known;
    }

    /** The first version of something new. */
    VersionRow<V> begin(String id, long position, V version) {
        return add(VersionRow.first(id, position, version));
    }

    /** The next version of what is there, in force from this position on. */
    VersionRow<V> replace(VersionRow<V> before, long from, V version) {
        before.until = from;
        if (!before.fresh) {
            closed.add(new Closed(before.from, from));
        }
        return add(before.next(from, version));
    }

    private VersionRow<V> add(VersionRow<V> row) {
        open.put(row.id, row);
        added.add(row);
        return row;
    }

    /** The rows since they were last taken. */
    StandingRows.Versions take() {
        List<Added> rows = new ArrayList<>(added.size());
        for (VersionRow<V> row : added) {
            rows.add(new Added(
                    row.from, row.id, row.revision, row.position, row.until, json.writeValueAsString(row.version)));
            row.written();
        }
        StandingRows.Versions versions = new StandingRows.Versions(rows, List.copyOf(closed));
        added.clear();
        closed.clear();
        return versions;
    }
}
