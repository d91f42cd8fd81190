package io.partnerledger.log;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is there of a group that was written by a session which broke off: where each append is, null where it is not. */
record PostgresAftermath(List<Append> group, List<@Nullable Appended> places) {

    private static final String WRITTEN = """
        SELECT event_id, stream, sequence, position, recorded_at FROM log_event
        WHERE event_id = ANY(?::text[]) AND position > ?\
        """;

    /** Where a first event is that was stored; it is its append's if it is the same event, and comes after what was known. */
    private record Found(String stream, long sequence, long position, long recordedAtMicros) {}

    /** Looks in a turn, so that nobody writes meanwhile. */
    static PostgresAftermath of(List<Append> group, PostgresTurn turn, long knownHead) throws GroupFailed {
        try {
            Map<String, Found> found = found(group, turn, knownHead);
            List<@Nullable Appended> places = new ArrayList<>(group.size());
            for (Append append : group) {
                // Of two with one id the second was refused.
                places.add(place(append, found.remove(append.events().getFirst().id())));
            }
            return new PostgresAftermath(group, places);
        } catch (SQLException e) {
            throw new GroupFailed(GroupFailed.Fate.UNKNOWN, false, e);
        }
    }

    private static Map<String, Found> found(List<Append> group, PostgresTurn turn, long knownHead) throws SQLException {
        PostgresColumns ids = new PostgresColumns("text");
        group.forEach(append -> ids.add(append.events().getFirst().id()));
        Map<String, Found> found = new HashMap<>();
        try (PreparedStatement select = turn.connection().prepareStatement(WRITTEN)) {
            ids.bind(turn.connection(), select, 1);
            select.setLong(2, knownHead);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(
                            row.getString(1),
                            new Found(row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)));
                }
            }
        }
        return found;
    }

    private static @Nullable Appended place(Append append, @Nullable Found found) {
        NewEvent first = append.events().getFirst();
        if (found == null || !found.stream().equals(first.stream()) || found.sequence() != first.sequence()) {
            return null;
        }
        return new Appended(
                found.position(),
                found.position() + append.events().size() - 1,
                EpochMicros.instant(found.recordedAtMicros()));
    }

    /** What is not there. */
    List<Append> rest() {
        List<Append> rest = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            if (places.get(i) == null) {
                rest.add(group.get(i));
            }
        }
        return rest;
    }

    /** What became of each append of the group, given what became of each of the rest. */
    List<Verdict> with(List<Verdict> ofRest) {
        Iterator<Verdict> later = ofRest.iterator();
        return places.stream()
                .map(place -> place == null ? later.next() : new Verdict.Stored(place))
                .toList();
    }
}
