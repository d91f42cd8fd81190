package io.partnerledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A group of appends of which nothing is taken: one statement, which is the transaction, in one round trip. A group of one
 * event has a statement of its own.
 */
final class PostgresGroup {

    private static final String APPEND =
            "SELECT head, head_at FROM log_append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String APPEND_ONE =
            "SELECT head, head_at FROM log_append_one(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String TAKEN = "23505";

    private final List<Recorded> group;
    private final PostgresRows rows = new PostgresRows();
    private final boolean isOne;
    private final boolean harmonious;

    PostgresGroup(List<Recorded> group) {
        this.group = group;
        this.isOne = group.size() == 1 && isOne(group.getFirst().append());
        this.harmonious = isOne || placed();
    }

    private static boolean isOne(Append append) {
        return append.events().size() == 1 && append.keys().isEmpty();
    }

    /** Whether no append of the group takes what another of it takes. */
    private boolean placed() {
        Taken taken = new Taken();
        long end = 0;
        boolean clash = false;
        for (Recorded recorded : group) {
            Append append = recorded.append();
            long last = end + append.events().size();
            clash |= taken.take(append, last).isPresent();
            rows.add(append, end + 1, EpochMicros.of(recorded.recordedAt()), taken);
            end = last;
        }
        return !clash;
    }

    /** Stores all of it, or answers with nothing, and nothing is stored, if any of it is taken. */
    Optional<List<Verdict>> append(Connection connection, PostgresLedger ledger, Duration lockTimeout)
            throws SQLException {
        if (!harmonious) {
            return Optional.empty();
        }
        try (PreparedStatement append = connection.prepareStatement(isOne ? APPEND_ONE : APPEND)) {
            append.setLong(1, ledger.lock());
            append.setString(2, ledger.channel());
            append.setInt(3, Math.toIntExact(lockTimeout.toMillis()));
            if (isOne) {
                bind(group.getFirst().append().events().getFirst(), append);
            } else {
                rows.events().bindBehindFirst(connection, append, 4);
                rows.keys().bind(connection, append, 12);
            }
            return stored(append);
        } catch (SQLException e) {
            if (isOne && TAKEN.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void bind(NewEvent event, PreparedStatement append) throws SQLException {
        append.setString(4, event.id());
        append.setString(5, event.stream());
        append.setLong(6, event.sequence());
        append.setString(7, event.type());
        append.setInt(8, event.revision());
        append.setLong(9, EpochMicros.of(group.getFirst().recordedAt()));
        append.setString(10, event.metadata());
        append.setBytes(11, event.data());
    }

    private Optional<List<Verdict>> stored(PreparedStatement append) throws SQLException {
        try (ResultSet end = append.executeQuery()) {
            end.next();
            long head = end.getLong(1);
            return end.wasNull() ? Optional.empty() : Optional.of(stored(new Head(head, end.getLong(2))));
        }
    }

    private List<Verdict> stored(Head before) {
        List<Verdict> verdicts = new ArrayList<>(group.size());
        long head = before.position();
        for (Recorded recorded : group) {
            long last = head + recorded.append().events().size();
            long at = Math.max(EpochMicros.of(recorded.recordedAt()), before.recordedAtMicros());
            verdicts.add(new Verdict.Stored(new Appended(head + 1, last, EpochMicros.instant(at))));
            head = last;
        }
        return verdicts;
    }
}
