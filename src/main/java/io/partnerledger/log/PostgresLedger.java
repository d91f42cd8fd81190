package io.partnerledger.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * What tells one ledger of a database from another: its schema. Its writers exclude each other by {@code lock}, and
 * its nodes hear of commits on {@code channel}.
 */
record PostgresLedger(long lock, String channel) {

    /** "ledg", so that locks of other applications are not met by accident. */
    private static final long PREFIX = 0x6c656467L << 32;

    /** Any of them writes what is sent; the others lack characters that names have. */
    private static final List<String> ENCODINGS = List.of("UTF8", "SQL_ASCII");

    /** Refuses a database that could not hold every name, and a schema that is taken for that of another ledger. */
    static PostgresLedger of(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            requireEveryCharacter(statement);
            requireSessions(dataSource, statement);
            String schema = schema(statement);
            requireUnmistakable(schema, statement);
            return new PostgresLedger(
                    PREFIX | Integer.toUnsignedLong(schema.hashCode()),
                    String.format(Locale.ROOT, "partner_ledger_%08x", schema.hashCode()));
        }
    }

    private static void requireEveryCharacter(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW server_encoding")) {
            row.next();
            String encoding = row.getString(1);
            if (!ENCODINGS.contains(encoding)) {
                throw new SQLException("the database's encoding is " + encoding + ", which lacks characters that names"
                        + " have. Make one with ENCODING 'UTF8' TEMPLATE template0; pg_dump brings over what is here");
            }
        }
    }

    /** Locks, settings and news are a session's; of a pooler that lends one for a transaction they go to whoever comes. */
    private static void requireSessions(DataSource dataSource, Statement statement) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement other = connection.createStatement()) {
            if (session(statement) == session(other)) {
                throw new SQLException(
                        "two connections have one session of the server: a pooler in between lends it for a"
                                + " transaction at a time. Let it keep sessions (of PgBouncer: pool_mode = session), or"
                                + " name the server itself");
            }
        }
    }

    private static int session(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String schema(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT current_schema()")) {
            row.next();
            String schema = row.getString(1);
            if (schema == null) {
                throw new SQLException(
                        "there is no schema for the ledger's tables: search_path names none that is there. Make the"
                                + " one it names (CREATE SCHEMA), or name another at the end of the url:"
                                + " ?currentSchema=NAME");
            }
            return schema;
        }
    }

    /** Locks, channels and builds are named by a hash, as they may not be as long as a schema's name. */
    private static void requireUnmistakable(String schema, Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT nspname FROM pg_namespace JOIN pg_class ON relnamespace ="
                + " pg_namespace.oid WHERE relname = 'log_event' AND nspname <> current_schema()")) {
            while (row.next()) {
                if (row.getString(1).hashCode() == schema.hashCode()) {
                    throw new SQLException("the schemas " + schema + " and " + row.getString(1) + " hold a ledger each"
                            + " and cannot be told apart by the hash of their names. Rename one of them");
                }
            }
        }
    }
}
