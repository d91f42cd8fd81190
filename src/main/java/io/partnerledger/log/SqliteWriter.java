package io.partnerledger.log;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Puts appends into an open transaction of a SQLite ledger. A conflict undoes its own append and nothing else. */
final class SqliteWriter {

    private static final String INSERT_EVENT =
            "INSERT INTO log_event (position, event_id, stream, sequence, type, revision, recorded_at, metadata, data) "
                    + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String INSERT_KEY =
            "INSERT INTO log_key (scope, key, owner, position) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String IN_STREAM = "SELECT 1 FROM log_event WHERE stream = ? AND sequence = ?";
    private static final String WITH_ID = "SELECT 1 FROM log_event WHERE event_id = ?";

    private final JdbcLogStore.Session session;

    SqliteWriter(JdbcLogStore.Session session) {
        this.session = session;
    }

    void begin() throws SQLException {
        session.prepare("BEGIN IMMEDIATE").executeUpdate();
    }

    void commit() throws SQLException {
        session.prepare("COMMIT").executeUpdate();
    }

    void rollback() throws SQLException {
        session.prepare("ROLLBACK").executeUpdate();
    }

    /** Answers with what the append conflicts with, or with nothing once it is in the transaction after this head. */
    Optional<AppendConflict> place(Append append, Head head, long recordedAtMicros) throws SQLException {
        if (isLone(append)) {
            return insert(append.events().getFirst(), head.position() + 1, recordedAtMicros);
        }
        session.prepare("SAVEPOINT append").executeUpdate();
        Optional<AppendConflict> conflict = insertAll(append, head.position(), recordedAtMicros);
        if (conflict.isPresent()) {
            session.prepare("ROLLBACK TO append").executeUpdate();
        }
        session.prepare("RELEASE append").executeUpdate();
        return conflict;
    }

    /** Whether an append is one event and nothing else, as most are. */
    static boolean isLone(Append append) {
        return append.events().size() == 1 && append.keys().isEmpty();
    }

    /** Takes up a lone event that {@link #placedAllAdded} is to put at this position. */
    void add(NewEvent event, long position, long recordedAtMicros) throws SQLException {
        PreparedStatement insert = session.prepare(INSERT_EVENT);
        bind(insert, event, position, recordedAtMicros);
        insert.addBatch();
    }

    /** Puts what was added into the transaction, and answers whether all of it is there. */
    boolean placedAllAdded() throws SQLException {
        for (int inserted : session.prepare(INSERT_EVENT).executeBatch()) {
            if (inserted != 1) {
                return false;
            }
        }
        return true;
    }

    private Optional<AppendConflict> insertAll(Append append, long position, long recordedAtMicros)
            throws SQLException {
        List<NewEvent> events = append.events();
        for (UniqueKey key : append.keys()) {
            Optional<AppendConflict> conflict = insert(key, position + events.size());
            if (conflict.isPresent()) {
                return conflict;
            }
        }
        long next = position;
        for (NewEvent event : events) {
            Optional<AppendConflict> conflict = insert(event, ++next, recordedAtMicros);
            if (conflict.isPresent()) {
                return conflict;
            }
        }
        return Optional.empty();
    }

    private Optional<AppendConflict> insert(NewEvent event, long position, long recordedAtMicros) throws SQLException {
        PreparedStatement insert = session.prepare(INSERT_EVENT);
        bind(insert, event, position, recordedAtMicros);
        return insert.executeUpdate() == 1 ? Optional.empty() : Optional.of(conflictOf(event, position));
    }

    private static void bind(PreparedStatement insert, NewEvent event, long position, long recordedAtMicros)
            throws SQLException {
        insert.setLong(1, position);
        insert.setString(2, event.id());
        insert.setString(3, event.stream());
        insert.setLong(4, event.sequence());
        insert.setString(5, event.type());
        insert.setInt(6, event.revision());
        insert.setLong(7, recordedAtMicros);
        insert.setString(8, event.metadata());
        insert.setBytes(9, event.data());
    }

    private AppendConflict conflictOf(NewEvent event, long position) throws SQLException {
        PreparedStatement inStream = session.prepare(IN_STREAM);
        inStream.setString(1, event.stream());
        inStream.setLong(2, event.sequence());
        if (hasRow(inStream)) {
            return new StreamConflict(event.stream(), event.sequence());
        }
        PreparedStatement withId = session.prepare(WITH_ID);
        withId.setString(1, event.id());
        if (hasRow(withId)) {
            return new EventIdConflict(event.id());
        }
        throw new SQLException("Position " + position + " is taken: something else writes to this ledger");
    }

    private Optional<AppendConflict> insert(UniqueKey key, long position) throws SQLException {
        PreparedStatement insert = session.prepare(INSERT_KEY);
        insert.setString(1, key.scope());
        insert.setString(2, key.key());
        insert.setString(3, key.owner());
        insert.setLong(4, position);
        if (insert.executeUpdate() == 1) {
            return Optional.empty();
        }
        StoredKey taken = JdbcLogStore.keyOf(session, key.scope(), key.key()).orElseThrow();
        return key.shared() && taken.owner().equals(key.owner())
                ? Optional.empty()
                : Optional.of(new KeyConflict(taken));
    }

    private static boolean hasRow(PreparedStatement select) throws SQLException {
        try (var row = select.executeQuery()) {
            return row.next();
        }
    }
}
