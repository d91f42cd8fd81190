package io.partnerledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A group of appends of which nothing is taken: one statement, which is the transaction, in one round trip. */
final class PostgresGroup {

    private static final String APPEND =
            "SELECT head, head_at FROM log_append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final List<Recorded> group;
    private final PostgresRows rows = new PostgresRows();
    private final boolean harmonious;

    PostgresGroup(List<Recorded> group) {
        this.group = group;
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
        this.harmonious = !clash;
    }

    /** Stores all of it, or answers with nothing, and nothing is stored, if any of it is taken. */
    Optional<List<Verdict>> append(Connection connection, PostgresLedger ledger, Duration lockTimeout)
            throws SQLException {
        if (!harmonious) {
            return Optional.empty();
        }
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setLong(1, ledger.lock());
            append.setString(2, ledger.channel());
            append.setInt(3, Math.toIntExact(lockTimeout.toMillis()));
            rows.events().bindBehindFirst(connection, append, 4);
            rows.keys().bind(connection, append, 12);
            try (ResultSet end = append.executeQuery()) {
                end.next();
                long head = end.getLong(1);
                return end.wasNull() ? Optional.empty() : Optional.of(stored(new Head(head, end.getLong(2))));
            }
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
