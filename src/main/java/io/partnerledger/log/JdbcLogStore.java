package io.partnerledger.log;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What both databases read in the same words. */
abstract class JdbcLogStore implements LogStore {

    static final String HEAD = "SELECT position, recorded_at FROM log_event ORDER BY position DESC LIMIT 1";
    static final String KEY = "SELECT owner, position FROM log_key WHERE scope = ? AND key = ?";

    /** About what is read of the log at once: an event may have mebibytes. */
    static final int MOST_BYTES = 8 << 20;

    private static final int AT_ONCE = 256;

    private static final String EVENT =
            "SELECT position, event_id, stream, sequence, type, revision, recorded_at, metadata, data FROM log_event ";
    private static final String AFTER = EVENT + "WHERE position > ? ORDER BY position LIMIT ?";
    private static final String STREAM = EVENT + "WHERE stream = ? AND sequence >= ? ORDER BY sequence";
    private static final String STREAMS = EVENT + "WHERE stream IN (%s) ORDER BY stream, sequence";
    private static final String CONTENTS =
            "SELECT type, revision, data, position FROM log_event WHERE position BETWEEN ? AND ? ORDER BY position";
    private static final String STREAMS_AT = "SELECT position, stream FROM log_event WHERE position IN (%s)";
    private static final String STREAMS_LIKE =
            "SELECT stream FROM log_event WHERE stream >= ? AND stream < ? AND sequence = 0 ORDER BY stream LIMIT ?";
    private static final String AT = EVENT + "WHERE position = ?";
    private static final String OF_ID = EVENT + "WHERE event_id = ?";
    private static final String LAST_SEQUENCE =
            "SELECT sequence FROM log_event WHERE stream = ? ORDER BY sequence DESC LIMIT 1";

    /** Recorded time never decreases along the gapless positions, so halving finds an instant without an index. */
    private static final String POSITION_AT = """
        WITH RECURSIVE halving(low, high) AS (
            SELECT CAST(-1 AS BIGINT), (SELECT coalesce(max(position), -1) FROM log_event)
            UNION ALL
            SELECT CASE WHEN e.recorded_at <= ? THEN e.position ELSE low END,
                   CASE WHEN e.recorded_at <= ? THEN high ELSE e.position - 1 END
            FROM halving JOIN log_event e ON e.position = (low + high + 1) / 2
            WHERE low < high)
        SELECT max(low) FROM halving\
        """;

    private final String after = paged(AFTER);
    private final String contents = paged(CONTENTS);

    /** A statement that ends a page of events where it has the bytes, for a database that hands over whole pages. */
    String paged(String select) {
        return select;
    }

    /** Lends statements on a connection; they are valid within one {@link #reading}. */
    interface Session {
        PreparedStatement prepare(String sql) throws SQLException;
    }

    interface Reading<T> {
        T in(Session session) throws SQLException;
    }

    abstract <T> T reading(Reading<T> reading) throws SQLException;

    @Override
    public long head() {
        return read(session -> headOf(session).position());
    }

    @Override
    public List<StoredEvent> read(long afterPosition, int limit) {
        List<StoredEvent> events = read(session -> {
            PreparedStatement select = session.prepare(after);
            select.setLong(1, afterPosition);
            select.setInt(2, limit);
            return events(select, Math.min(limit, 1024), MOST_BYTES);
        });
        long expected = Math.max(afterPosition, -1);
        for (StoredEvent event : events) {
            requirePosition(++expected, event.position());
        }
        return events;
    }

    private static void requirePosition(long expected, long position) {
        if (position != expected) {
            throw new LogDamaged(expected);
        }
    }

    @Override
    public List<StoredEvent> stream(String stream, long fromSequence) {
        return read(session -> {
            PreparedStatement select = session.prepare(STREAM);
            select.setString(1, stream);
            select.setLong(2, fromSequence);
            return events(select, 8);
        });
    }

    @Override
    public List<Content> contents(long afterPosition, int count) {
        return read(session -> {
            PreparedStatement select = session.prepare(contents);
            select.setLong(1, afterPosition + 1);
            select.setLong(2, afterPosition + count);
            List<Content> page = new ArrayList<>(count);
            long bytes = 0;
            try (ResultSet row = select.executeQuery()) {
                while (bytes < MOST_BYTES && row.next()) {
                    requirePosition(afterPosition + 1 + page.size(), row.getLong(4));
                    Content content = new Content(row.getString(1), row.getInt(2), row.getBytes(3));
                    page.add(content);
                    bytes += content.data().length;
                }
            }
            return page;
        });
    }

    @Override
    public List<StoredEvent> streams(Collection<String> streams) {
        return read(session -> {
            List<StoredEvent> events = new ArrayList<>(streams.size());
            inPortions(
                    session,
                    STREAMS,
                    List.copyOf(streams),
                    PreparedStatement::setString,
                    (select, some) -> events.addAll(events(select, some)));
            return events;
        });
    }

    @Override
    public Map<Long, String> streamsAt(Collection<Long> positions) {
        return read(session -> {
            Map<Long, String> streams = HashMap.newHashMap(positions.size());
            inPortions(session, STREAMS_AT, List.copyOf(positions), PreparedStatement::setLong, (select, _) -> {
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        streams.put(row.getLong(1), row.getString(2));
                    }
                }
            });
            return streams;
        });
    }

    @Override
    public List<String> streamsLike(String beginning, int limit) {
        return read(session -> {
            PreparedStatement select = session.prepare(STREAMS_LIKE);
            select.setString(1, beginning);
            select.setString(2, beginning + Character.MAX_VALUE);
            select.setInt(3, limit);
            List<String> streams = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    streams.add(row.getString(1));
                }
            }
            return streams;
        });
    }

    private interface Binding<V> {
        void bind(PreparedStatement statement, int place, V value) throws SQLException;
    }

    private interface Asking {
        void ask(PreparedStatement select, int count) throws SQLException;
    }

    private static <V> void inPortions(Session session, String sql, List<V> wanted, Binding<V> binding, Asking asking)
            throws SQLException {
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            List<V> some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
            int places = placesFor(some.size());
            PreparedStatement select =
                    session.prepare(sql.formatted(String.join(", ", Collections.nCopies(places, "?"))));
            for (int i = 0; i < places; i++) {
                binding.bind(select, i + 1, some.get(Math.min(i, some.size() - 1)));
            }
            asking.ask(select, some.size());
        }
    }

    /** Few numbers of places, so that few statements are prepared; those left over name the last one again. */
    private static int placesFor(int wanted) {
        int power = Integer.highestOneBit(wanted);
        return power == wanted ? power : 2 * power;
    }

    @Override
    public OptionalLong lastSequence(String stream) {
        return read(session -> {
            PreparedStatement select = session.prepare(LAST_SEQUENCE);
            select.setString(1, stream);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        });
    }

    @Override
    public long positionAt(long epochMicros) {
        return read(session -> {
            PreparedStatement select = session.prepare(POSITION_AT);
            select.setLong(1, epochMicros);
            select.setLong(2, epochMicros);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public Optional<StoredEvent> find(long position) {
        return read(session -> {
            PreparedStatement select = session.prepare(AT);
            select.setLong(1, position);
            return events(select, 1).stream().findFirst();
        });
    }

    @Override
    public Optional<StoredEvent> find(String eventId) {
        return read(session -> {
            PreparedStatement select = session.prepare(OF_ID);
            select.setString(1, eventId);
            return events(select, 1).stream().findFirst();
        });
    }

    @Override
    public Optional<StoredKey> key(String scope, String key) {
        return read(session -> keyOf(session, scope, key));
    }

    static Head headOf(Session session) throws SQLException {
        try (ResultSet row = session.prepare(HEAD).executeQuery()) {
            return row.next() ? new Head(row.getLong(1), row.getLong(2)) : Head.EMPTY;
        }
    }

    static Optional<StoredKey> keyOf(Session session, String scope, String key) throws SQLException {
        PreparedStatement select = session.prepare(KEY);
        select.setString(1, scope);
        select.setString(2, key);
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new StoredKey(scope, key, row.getString(1), row.getLong(2)))
                    : Optional.empty();
        }
    }

    private <T> T read(Reading<T> reading) {
        try {
            return reading(reading);
        } catch (SQLException e) {
            throw new LogUnavailable("The log cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<StoredEvent> events(PreparedStatement select, int expected) throws SQLException {
        return events(select, expected, Long.MAX_VALUE);
    }

    private static List<StoredEvent> events(PreparedStatement select, int expected, long mostBytes)
            throws SQLException {
        List<StoredEvent> events = new ArrayList<>(expected);
        long bytes = 0;
        try (ResultSet row = select.executeQuery()) {
            while (bytes < mostBytes && row.next()) {
                byte[] data = row.getBytes(9);
                events.add(new StoredEvent(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getInt(6),
                        EpochMicros.instant(row.getLong(7)),
                        row.getString(8),
                        data));
                bytes += data.length;
            }
        }
        return events;
    }
}
