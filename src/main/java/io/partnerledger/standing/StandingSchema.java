package io.partnerledger.standing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The tables of one build. A build is derived from the log, so nothing is ever migrated: a build that another version
 * of these files made has another form and is built anew.
 */
enum StandingSchema {
    SQLITE(
            "sqlite",
            "PRAGMA threads = 2",
            Map.of(
                    "blob",
                    "BLOB",
                    "text",
                    "TEXT",
                    "position",
                    "INTEGER PRIMARY KEY",
                    "keys",
                    ",\n    PRIMARY KEY (key, block)\n) WITHOUT ROWID",
                    "events",
                    "json_each('[' || k.events || ']') AS e",
                    "filling",
                    "CREATE TABLE key_run (run INTEGER, part INTEGER, entries BLOB, PRIMARY KEY (run, part));\n")),
    POSTGRESQL(
            "postgresql",
            "SET LOCAL maintenance_work_mem = '128MB'",
            Map.of(
                    "blob",
                    "BYTEA",
                    "text",
                    "TEXT COLLATE \"C\"",
                    "position",
                    "BIGINT NOT NULL",
                    "keys",
                    "\n)",
                    "events",
                    "unnest(string_to_array(k.events, ',')::int[]) AS e(value)",
                    "filling",
                    ""));

    private final String sortFaster;
    private final String tables;
    private final String indexes;
    private final String guards;
    private final String form;

    StandingSchema(String database, String sortFaster, Map<String, String> types) {
        String text = read("tables.sql").replace("${block}", Integer.toString(KeyBlocks.EVENTS));
        for (Map.Entry<String, String> type : types.entrySet()) {
            text = text.replace("${" + type.getKey() + "}", type.getValue());
        }
        this.sortFaster = sortFaster;
        this.tables = text;
        this.indexes = read("indexes-" + database + ".sql");
        this.guards = read("guards-" + database + ".sql");
        this.form = digest(tables + indexes + this.guards);
    }

    /** What tells builds of this version from others. */
    String form() {
        return form;
    }

    /** Creates what a build needs to be filled; all in one transaction. One that cannot have it is closed. */
    void createTables(Generation build, Generations generations) {
        try {
            run(
                    build.dataSource(),
                    tables,
                    "INSERT INTO build (one, form, whole, touched) VALUES (1, '" + form + "', 0, 0)");
        } catch (RuntimeException e) {
            generations.close(build);
            throw e;
        }
    }

    /** Adds the indexes, and with them all that makes a filled build one that can be asked and kept. */
    void complete(DataSource dataSource) {
        run(dataSource, sortFaster, indexes, guards, "UPDATE build SET whole = 1");
    }

    private static void run(DataSource dataSource, String... scripts) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String script : scripts) {
                statement.executeUpdate(script);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The read tables cannot be made: " + e.getMessage(), e);
        }
    }

    private static String read(String file) {
        try (InputStream in = StandingSchema.class.getResourceAsStream("/db/standing/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
