package io.partnerledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Puts a group of appends into one transaction of a PostgreSQL ledger. It holds the ledger's lock, so what it finds
 * taken and where it finds the end stay so until it commits; a group costs four round trips, whatever its size.
 */
final class PostgresWriter {

    private static final String TAKEN = """
        SELECT 1, e.stream, e.sequence::text, NULL, 0::bigint
        FROM unnest(?::text[], ?::bigint[]) AS n(stream, sequence)
        JOIN log_event e ON e.stream = n.stream AND e.sequence = n.sequence
        UNION ALL
        SELECT 2, e.event_id, NULL, NULL, 0
        FROM unnest(?::text[]) AS n(id) JOIN log_event e ON e.event_id = n.id
        UNION ALL
        SELECT 3, k.scope, k.key, k.owner, k.position
        FROM unnest(?::text[], ?::text[]) AS n(scope, key)
        JOIN log_key k ON k.scope = n.scope AND k.key = n.key\
        """;
    /** One statement for all that a group adds and for the news of it, which goes out with the commit. */
    private static final String INSERT = """
        WITH events AS (
            INSERT INTO log_event
                (position, event_id, stream, sequence, type, revision, recorded_at, metadata, data)
            SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::int[], ?::bigint[],
                ?::text[], ?::bytea[])),
        keys AS (
            INSERT INTO log_key (scope, key, owner, position)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[]))
        SELECT \
        """ + PostgresAudience.TELL;

    private final Connection connection;
    private final PostgresAudience audience;

    PostgresWriter(Connection connection, PostgresAudience audience) {
        this.connection = connection;
        this.audience = audience;
    }

    /**
     * Opens the transaction, waits for the ledger's lock and answers the head. The head is read by a statement of its
     * own after the lock is held: with a snapshot taken before it, another node's commit would be missed. What is
     * taken is looked up by index: for a large group a planner without statistics would rather read the whole log.
     */
    Head begin(Duration lockTimeout) throws SQLException {
        connection.setAutoCommit(false);
        String sql = """
            SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
            SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off';
            SELECT set_config('lock_timeout', '%d', true),
                set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true);
            SELECT pg_advisory_xact_lock(%d);
            """.formatted(lockTimeout.toMillis(), audience.ledger().lock());
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql + JdbcLogStore.HEAD);
            Head head = Head.EMPTY;
            while (true) {
                ResultSet rows = statement.getResultSet();
                if (rows != null) {
                    boolean isHead = rows.getMetaData().getColumnCount() == 2 && rows.next();
                    head = isHead ? new Head(rows.getLong(1), rows.getLong(2)) : Head.EMPTY;
                }
                if (!statement.getMoreResults() && statement.getUpdateCount() == -1) {
                    return head;
                }
            }
        }
    }

    /** Places the group after a head, tells what became of each append, and answers the head after it. */
    Head place(List<Recorded> group, Head head, List<Verdict> verdicts) throws SQLException {
        Taken taken = taken(group);
        PostgresRows rows = new PostgresRows();
        Head after = head;
        for (Recorded recorded : group) {
            Append append = recorded.append();
            long first = after.position() + 1;
            long last = after.position() + append.events().size();
            long at = Math.max(EpochMicros.of(recorded.recordedAt()), after.recordedAtMicros());
            Optional<AppendConflict> conflict = taken.take(append, last);
            if (conflict.isPresent()) {
                verdicts.add(new Verdict.Refused(conflict.get()));
                continue;
            }
            rows.add(append, first, at, taken);
            after = new Head(last, at);
            verdicts.add(new Verdict.Stored(new Appended(first, last, EpochMicros.instant(at))));
        }
        if (after.position() > head.position()) {
            insert(rows, after);
        }
        return after;
    }

    private void insert(PostgresRows rows, Head head) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            rows.events().bind(connection, insert, 1);
            rows.keys().bind(connection, insert, 10);
            insert.setString(14, audience.ledger().channel());
            insert.setLong(15, head.position());
            insert.setInt(16, audience.session());
            insert.execute();
        }
    }

    private Taken taken(List<Recorded> group) throws SQLException {
        PostgresColumns places = new PostgresColumns("text", "bigint");
        PostgresColumns ids = new PostgresColumns("text");
        PostgresColumns keys = new PostgresColumns("text", "text");
        for (Recorded recorded : group) {
            for (NewEvent event : recorded.append().events()) {
                places.add(event.stream(), event.sequence());
                ids.add(event.id());
            }
            for (UniqueKey key : recorded.append().keys()) {
                keys.add(key.scope(), key.key());
            }
        }
        Taken taken = new Taken();
        try (PreparedStatement select = connection.prepareStatement(TAKEN)) {
            places.bind(connection, select, 1);
            ids.bind(connection, select, 3);
            keys.bind(connection, select, 4);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    note(row, taken);
                }
            }
        }
        return taken;
    }

    private static void note(ResultSet row, Taken taken) throws SQLException {
        switch (row.getInt(1)) {
            case 1 -> taken.place(row.getString(2), Long.parseLong(row.getString(3)));
            case 2 -> taken.id(row.getString(2));
            default -> taken.key(new StoredKey(row.getString(2), row.getString(3), row.getString(4), row.getLong(5)));
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }
}
