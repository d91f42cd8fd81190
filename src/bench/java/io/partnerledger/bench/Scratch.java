package io.partnerledger.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Where databases are made for a run, and go with it. */
final class Scratch implements AutoCloseable {

    private static final int ATTEMPTS = 5;
    private static final long BETWEEN_ATTEMPTS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int PATIENCE_SECONDS = 30;
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final Path folder;
    /** The folders above it that were not there before, from the inside out. */
    private final List<Path> parents;

    private final AtomicInteger made = new AtomicInteger();
    private final List<PostgresDatabase> ofServer = new ArrayList<>();
    private @Nullable EmbeddedPostgres server;
    private @Nullable Process child;
    private boolean isClosed;

    private Scratch(Path folder, List<Path> parents) {
        this.folder = folder;
        this.parents = parents;
    }

    static Scratch in(Path parent) throws IOException {
        if (Files.exists(parent) && !Files.isDirectory(parent)) {
            throw new IOException("it is not a folder");
        }
        List<Path> missing = new ArrayList<>();
        for (Path at = parent.toAbsolutePath(); at != null && !Files.exists(at); at = at.getParent()) {
            missing.add(at);
        }
        Path folder;
        try {
            folder = Files.createTempDirectory(Files.createDirectories(parent), "ledger-bench-");
        } catch (IOException e) {
            throw new IOException("no folder can be made there", e);
        }
        Scratch scratch = new Scratch(folder, missing);
        // A run that is broken off leaves nothing behind either.
        Runtime.getRuntime().addShutdownHook(new Thread(scratch::remove));
        return scratch;
    }

    synchronized Path folder(String name) throws IOException {
        requireOpen();
        return Files.createDirectories(folder.resolve(name + "-" + made.incrementAndGet()));
    }

    Database fresh(Store store) throws IOException, SQLException {
        return switch (store) {
            case SQLITE -> new SqliteDatabase(folder("sqlite"));
            case POSTGRES -> freshOfServer();
        };
    }

    /** Runs a process that does not outlive this one, and answers how it ended. */
    int run(ProcessBuilder process) throws IOException, InterruptedException {
        int ended = start(process).waitFor();
        requireOpen();
        return ended;
    }

    private synchronized Process start(ProcessBuilder process) throws IOException {
        requireOpen();
        child = process.start();
        return child;
    }

    private synchronized void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException("The run is broken off");
        }
    }

    private synchronized Database freshOfServer() throws IOException, SQLException {
        requireOpen();
        if (server == null) {
            server = durableServer();
        }
        String name = "bench_" + made.incrementAndGet();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        PostgresDatabase fresh = new PostgresDatabase(server.getJdbcUrl("postgres", name));
        ofServer.add(fresh);
        return fresh;
    }

    /** The embedded server is made for tests and leaves out syncs unless it is told not to. */
    private EmbeddedPostgres durableServer() throws IOException, SQLException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setRegisterShutdownHook(false)
                .setCleanDataDirectory(false)
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

    /** Tries again where somebody still writes. */
    static void delete(Path tree) throws IOException {
        for (int attempt = 1; Files.exists(tree); attempt++) {
            try {
                deleteOnce(tree);
            } catch (IOException | UncheckedIOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_ATTEMPTS);
            }
        }
    }

    private static void deleteOnce(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void remove() {
        // Clients that are at work lose their databases, and would say so at length.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        try {
            close();
        } catch (IOException | UncheckedIOException e) {
            Progress.say("left behind: " + folder + " (" + e.getMessage() + ")");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        if (child != null) {
            child.destroy();
            child.onExit()
                    .completeOnTimeout(child, PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
            child.destroyForcibly().onExit().join();
        }
        LedgerProgram.closeAll();
        ofServer.forEach(PostgresDatabase::close);
        if (server != null) {
            server.close();
        }
        delete(folder);
        try {
            for (Path parent : parents) {
                Files.deleteIfExists(parent);
            }
        } catch (DirectoryNotEmptyException e) {
            Progress.say("left where it is, as it holds something else: " + e.getMessage());
        }
    }
}
