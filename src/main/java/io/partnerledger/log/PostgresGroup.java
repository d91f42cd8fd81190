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
 * A group of appends of which nothing is taken: one statement, which is the transaction, in one round trip.
 */
final class PostgresGroup {

    private static final String APPEND =
            "SELECT head, head_at FROM log_append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /**
     * What log_append does, for the most frequent group: one event, no keys. It is little more than a plain insert, so who
     * appends alone waits little longer. The head is looked up as it was before the lock was waited for: where another
     * node has appended in between, the position is taken, and unique violations are the answer to that too.
     */
    private static final String APPEND_ONE = """
        WITH held AS MATERIALIZED (
            SELECT CASE current_setting('synchronous_commit') WHEN 'off' THEN set_config('synchronous_commit', 'on', true) END,
                   set_config('lock_timeout', ?, true), pg_advisory_xact_lock(?))
        INSERT INTO log_event (position, event_id, stream, sequence, type, revision, recorded_at, metadata, data)
        SELECT coalesce(head.position, -1) + 1, ?, ?, ?, ?, ?, greatest(?, head.recorded_at), ?, ?
        FROM held LEFT JOIN LATERAL (
            SELECT position, recorded_at FROM log_event ORDER BY position DESC LIMIT 1) AS head ON true
        RETURNING position, recorded_at, log_tell(?, position, ?)\
        """;

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
    Optional<List<Verdict>> append(Connection connection, PostgresAudience audience, Duration lockTimeout)
            throws SQLException {
        if (!harmonious) {
            return Optional.empty();
        }
        return isOne ? appendOne(connection, audience, lockTimeout) : appendAll(connection, audience, lockTimeout);
    }

    private Optional<List<Verdict>> appendAll(Connection connection, PostgresAudience audience, Duration lockTimeout)
            throws SQLException {
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setLong(1, audience.ledger().lock());
            append.setString(2, audience.ledger().channel());
            append.setInt(3, audience.session());
            append.setInt(4, Math.toIntExact(lockTimeout.toMillis()));
            rows.events().bindBehindFirst(connection, append, 5);
            rows.keys().bind(connection, append, 13);
            return stored(append);
        }
    }

    private Optional<List<Verdict>> appendOne(Connection connection, PostgresAudience audience, Duration lockTimeout)
            throws SQLException {
        Recorded recorded = group.getFirst();
        NewEvent event = recorded.append().events().getFirst();
        try (PreparedStatement append = connection.prepareStatement(APPEND_ONE)) {
            append.setString(1, String.valueOf(lockTimeout.toMillis()));
            append.setLong(2, audience.ledger().lock());
            append.setString(3, event.id());
            append.setString(4, event.stream());
            append.setLong(5, event.sequence());
            append.setString(6, event.type());
            append.setInt(7, event.revision());
            append.setLong(8, EpochMicros.of(recorded.recordedAt()));
            append.setString(9, event.metadata());
            append.setBytes(10, event.data());
            append.setString(11, audience.ledger().channel());
            append.setInt(12, audience.session());
            try (ResultSet row = append.executeQuery()) {
                row.next();
                long position = row.getLong(1);
                return Optional.of(List.of(
                        new Verdict.Stored(new Appended(position, position, EpochMicros.instant(row.getLong(2))))));
            }
        } catch (SQLException e) {
            if (TAKEN.equals(e.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
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
