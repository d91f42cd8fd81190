package io.partnerledger.log;

import io.partnerledger.log.GroupFailed.Fate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes groups of appends in a node's turn. A group is one statement, which is the transaction, in one round trip, in the
 * hope that nothing of it is taken. Where the tables' own constraints say otherwise nothing is stored: what is taken is
 * looked up, and stays so because nobody else writes, and the rest of the group is written.
 */
final class PostgresWriter {

    private static final String EVENT_COLUMNS =
            "log_event (position, event_id, stream, sequence, type, revision, recorded_at, metadata, data) ";

    private static final String INSERT_ONE = "INSERT INTO " + EVENT_COLUMNS + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** The news of a commit goes out with it. */
    private static final String INSERT_ONE_AND_TELL = INSERT_ONE + " RETURNING pg_notify(?, position::text)";

    private static final String INSERT = "WITH events AS (INSERT INTO " + EVENT_COLUMNS + """
            SELECT unnest(?::bigint[]), unnest(?::text[]), unnest(?::text[]), unnest(?::bigint[]), unnest(?::text[]),
                unnest(?::int[]), unnest(?::bigint[]), unnest(?::text[]), unnest(?::bytea[])),
        keys AS (
            INSERT INTO log_key (scope, key, owner, position)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[]))
        SELECT CASE WHEN ? THEN pg_notify(?, ?::text) END\
        """;

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

    static final String UNIQUE_VIOLATION = "23505";

    private final PostgresTurn turn;
    private final Instant now;
    private final Connection connection;

    PostgresWriter(PostgresTurn turn, Instant now) {
        this.turn = turn;
        this.now = now;
        this.connection = turn.connection();
    }

    /** Tells what became of each append of the group. */
    List<Verdict> write(List<Append> group) throws GroupFailed {
        try {
            return insert(group, new Taken());
        } catch (SQLException e) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new GroupFailed(fateOfStatement(e), false, e);
            }
        }
        Taken taken;
        try {
            turn.look();
            taken = taken(group);
        } catch (SQLException e) {
            throw new GroupFailed(Fate.NOTHING_STORED, false, e);
        }
        try {
            return insert(group, taken);
        } catch (SQLException e) {
            throw new GroupFailed(fateOfStatement(e), false, e);
        }
    }

    private List<Verdict> insert(List<Append> appends, Taken taken) throws SQLException {
        PostgresGroup group = PostgresGroup.behind(turn.head(), appends, now, taken);
        if (group.end().position() > turn.head().position()) {
            if (appends.size() == 1 && isOne(appends.getFirst())) {
                insertOne(appends.getFirst().events().getFirst(), group.end());
            } else {
                insertAll(group);
            }
            turn.reached(group.end());
        }
        return group.verdicts();
    }

    private static boolean isOne(Append append) {
        return append.events().size() == 1 && append.keys().isEmpty();
    }

    /** The most frequent group, one event without a key, waits no longer than a plain insert does. */
    private void insertOne(NewEvent event, Head end) throws SQLException {
        PreparedStatement insert = turn.prepare(turn.overheard() ? INSERT_ONE_AND_TELL : INSERT_ONE);
        insert.setLong(1, end.position());
        insert.setString(2, event.id());
        insert.setString(3, event.stream());
        insert.setLong(4, event.sequence());
        insert.setString(5, event.type());
        insert.setInt(6, event.revision());
        insert.setLong(7, end.recordedAtMicros());
        insert.setString(8, event.metadata());
        insert.setBytes(9, event.data());
        if (turn.overheard()) {
            insert.setString(10, turn.channel());
        }
        insert.execute();
    }

    private void insertAll(PostgresGroup group) throws SQLException {
        PreparedStatement insert = turn.prepare(INSERT);
        group.rows().events().bind(connection, insert, 1);
        group.rows().keys().bind(connection, insert, 10);
        insert.setBoolean(14, turn.overheard());
        insert.setString(15, turn.channel());
        insert.setLong(16, group.end().position());
        insert.execute();
    }

    private Taken taken(List<Append> group) throws SQLException {
        PostgresColumns places = new PostgresColumns("text", "bigint");
        PostgresColumns ids = new PostgresColumns("text");
        PostgresColumns keys = new PostgresColumns("text", "text");
        for (Append append : group) {
            for (NewEvent event : append.events()) {
                places.add(event.stream(), event.sequence());
                ids.add(event.id());
            }
            for (UniqueKey key : append.keys()) {
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

    /** What the server refused while it carried the statement out is not stored; anything else may have been too late. */
    private static Fate fateOfStatement(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        boolean refused =
                Stream.of("22", "23", "25", "40", "42", "53", "54", "55").anyMatch(state::startsWith);
        return refused ? fateUncommitted(e) : Fate.UNKNOWN;
    }

    /** The fate of what had not been told to commit. */
    static Fate fateUncommitted(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        boolean content = Stream.of("22", "23", "54").anyMatch(state::startsWith);
        return content ? Fate.CONTENT_REFUSED : Fate.NOTHING_STORED;
    }
}
