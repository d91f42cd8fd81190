package io.partnerledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Unique keys of appends that are loaded together. Of those that are shared the first one stays. */
final class PostgresKeys {

    private static final String INSERT = """
        INSERT INTO log_key (scope, key, owner, position)
        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) ON CONFLICT DO NOTHING\
        """;
    private static final String EARLIER = """
        SELECT k.scope, k.key, k.owner, k.position
        FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) AS n(scope, key, owner, position)
        JOIN log_key k ON k.scope = n.scope AND k.key = n.key AND k.position <> n.position\
        """;

    private record Name(String scope, String key) {}

    private record Held(UniqueKey key, long position) {}

    private final Connection connection;
    private final Map<Name, Held> held = new LinkedHashMap<>();

    PostgresKeys(Connection connection) {
        this.connection = connection;
    }

    /** Takes the keys of the append that ends at a position; a {@link KeyConflict} where one is taken. */
    void take(Append append, long position) {
        for (UniqueKey key : append.keys()) {
            Held before = held.putIfAbsent(new Name(key.scope(), key.key()), new Held(key, position));
            if (before != null) {
                requireSame(
                        key, new StoredKey(key.scope(), key.key(), before.key().owner(), before.position()));
            }
        }
    }

    private static void requireSame(UniqueKey key, StoredKey holder) {
        if (!key.shared() || !holder.owner().equals(key.owner())) {
            throw new KeyConflict(holder);
        }
    }

    /** Stores those that are new; a {@link KeyConflict} where one was stored before. */
    void insert() throws SQLException {
        if (held.isEmpty()) {
            return;
        }
        PostgresColumns rows = new PostgresColumns("text", "text", "text", "bigint");
        held.forEach((name, key) -> rows.add(name.scope(), name.key(), key.key().owner(), key.position()));
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            rows.bind(connection, insert, 1);
            if (insert.executeUpdate() == held.size()) {
                return;
            }
        }
        try (PreparedStatement earlier = connection.prepareStatement(EARLIER)) {
            rows.bind(connection, earlier, 1);
            try (ResultSet row = earlier.executeQuery()) {
                while (row.next()) {
                    StoredKey holder =
                            new StoredKey(row.getString(1), row.getString(2), row.getString(3), row.getLong(4));
                    Held now = held.get(new Name(holder.scope(), holder.key()));
                    if (now != null) {
                        requireSame(now.key(), holder);
                    }
                }
            }
        }
    }
}
