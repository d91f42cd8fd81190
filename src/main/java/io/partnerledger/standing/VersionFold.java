package io.partnerledger.standing;

import io.partnerledger.standing.StandingRows.Added;
import io.partnerledger.standing.StandingRows.Closed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that events add to a table of versions, and those they close. A version that is replaced before the rows are
 * taken is written once, already closed. The rows used last and those not taken yet are at hand; others are looked up.
 */
final class VersionFold {

    private static final int AT_HAND = 10_000;

    /** Finds the row of something that was in force before a position. */
    interface Lookup {
        VersionRow open(String id, long before);
    }

    private final Lookup lookup;
    private final Map<String, VersionRow> open = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, VersionRow> eldest) {
            return size() > AT_HAND && !eldest.getValue().fresh;
        }
    };
    private final List<VersionRow> added = new ArrayList<>();
    private final List<Closed> closed = new ArrayList<>();

    VersionFold(Lookup lookup) {
        this.lookup = lookup;
    }

    /** The first version of something new. */
    VersionRow begin(String id, long position) {
        return add(VersionRow.first(id, position));
    }

    /** The next version of what is there, in force from this position on. */
    VersionRow replace(String id, long from) {
        VersionRow known = open.get(id);
        VersionRow before = known == null ? lookup.open(id, from) : known;
        before.until = from;
        if (!before.fresh) {
            closed.add(new Closed(before.from, from));
        }
        return add(before.next(from));
    }

    private VersionRow add(VersionRow row) {
        open.put(row.id, row);
        added.add(row);
        return row;
    }

    /** The rows since they were last taken. */
    StandingRows.Versions take() {
        List<Added> rows = new ArrayList<>(added.size());
        for (VersionRow row : added) {
            rows.add(new Added(row.from, row.id, row.revision, row.position, row.until));
            row.written();
        }
        StandingRows.Versions versions = new StandingRows.Versions(rows, List.copyOf(closed));
        added.clear();
        closed.clear();
        return versions;
    }
}
