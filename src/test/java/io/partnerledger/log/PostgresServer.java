package io.partnerledger.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A real PostgreSQL for all tests of a JVM, which ends it. Each test class takes a fresh database. */
public final class PostgresServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    private static final class Started {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Creates a database and answers a pool of connections to it. */
    public static HikariDataSource freshDatabase() {
        return pool(freshName());
    }

    /** Creates a database and answers its JDBC url. */
    public static String freshUrl() {
        return freshUrl("");
    }

    /** The same for a database that is created with options of SQL. */
    public static String freshUrl(String options) {
        return Started.SERVER.getJdbcUrl("postgres", freshName(options));
    }

    private static String freshName() {
        return freshName("");
    }

    private static String freshName(String options) {
        String name = "ledger_" + DATABASES.incrementAndGet();
        try (Connection connection = Started.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " " + options);
        } catch (SQLException e) {
            throw new IllegalStateException("No fresh database", e);
        }
        return name;
    }

    /** Another pool to the same database, as another node has it. */
    public static HikariDataSource poolOf(HikariDataSource other) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(other.getJdbcUrl());
        return pooled(config);
    }

    private static HikariDataSource pool(String database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(Started.SERVER.getJdbcUrl("postgres", database));
        return pooled(config);
    }

    private static HikariDataSource pooled(HikariConfig config) {
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    /** Takes everything out of a ledger, which no ledger does by itself. */
    public static void empty(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE log_event DISABLE TRIGGER USER");
            statement.execute("TRUNCATE log_event, log_key");
            statement.execute("ALTER TABLE log_event ENABLE TRIGGER USER");
        }
    }

    /** Stops a server as if its machine had lost power, and starts it again. */
    public static void restart(EmbeddedPostgres server) throws SQLException, IOException, InterruptedException {
        String folder;
        long postmaster;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT current_setting('data_directory'), split_part(pg_read_file("
                                + "'postmaster.pid'), E'\\n', 1)")) {
            row.next();
            folder = row.getString(1);
            postmaster = Long.parseLong(row.getString(2));
        }
        String program =
                ProcessHandle.of(postmaster).orElseThrow().info().command().orElseThrow();
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // The server does not run as root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                Path.of(program).resolveSibling("pg_ctl").toString(),
                "-D",
                folder,
                "-m",
                "immediate",
                "-w",
                "-l",
                folder + "/restarted.log",
                "restart"));
        Process restarting = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (restarting.waitFor() != 0) {
            throw new IllegalStateException("The server was not started again");
        }
    }
}
