package io.partnerledger.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where databases are made for a run, and go with it. */
final class Scratch implements AutoCloseable {

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final Path folder;
    private final AtomicInteger made = new AtomicInteger();
    private @Nullable EmbeddedPostgres server;

    private Scratch(Path folder) {
        this.folder = folder;
    }

    static Scratch in(Path parent) throws IOException {
        Files.createDirectories(parent);
        Scratch scratch = new Scratch(Files.createTempDirectory(parent, "ledger-bench-"));
        // A run that is broken off leaves nothing behind either.
        Runtime.getRuntime().addShutdownHook(new Thread(scratch::remove));
        return scratch;
    }

    Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name + "-" + made.incrementAndGet()));
    }

    Database fresh(Store store) throws IOException, SQLException {
        return switch (store) {
            case SQLITE -> new SqliteDatabase(folder("sqlite"));
            case POSTGRES -> new PostgresDatabase(freshUrl());
        };
    }

    private synchronized String freshUrl() throws IOException, SQLException {
        if (server == null) {
            server = durableServer();
        }
        String name = "bench_" + made.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return server.getJdbcUrl("postgres", name);
    }

    /** The embedded server is made for tests and leaves out syncs unless it is told not to. */
    private EmbeddedPostgres durableServer() throws IOException, SQLException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder("postgres"))
                .setOverrideWorkingDirectory(folder("postgres-binaries").toFile());
        DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
        EmbeddedPostgres started = builder.start();
        try (Connection connection = started.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : DURABLE) {
                try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
                    row.next();
                    if (!row.getString(1).equals("on")) {
                        throw new IllegalStateException("PostgreSQL runs with " + setting + " " + row.getString(1));
                    }
                }
            }
        }
        return started;
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void remove() {
        try {
            close();
        } catch (IOException e) {
            Progress.say("left behind: " + folder + " (" + e.getMessage() + ")");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
        if (Files.exists(folder)) {
            delete(folder);
        }
    }
}
