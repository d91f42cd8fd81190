package io.partnerledger.standing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file a build, in a folder of their own beside the ledger, and a file {@code live} that names the live one.
 * They can be deleted while the ledger is down: the next start builds them anew. Because they can be rebuilt, they are
 * synced less often than the log (WAL, {@code synchronous=NORMAL}).
 */
public final class SqliteGenerations implements Generations {

    private static final Pattern FILE = Pattern.compile("standing-(\\d+)\\.db(-wal|-shm)?");
    private static final int CONNECTIONS = 8;

    private final Path folder;

    public SqliteGenerations(Path folder) {
        this.folder = folder;
        makeFolder();
    }

    /** Also where somebody deletes it under the running program: a rebuild mends that. */
    private void makeFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + folder, e);
        }
    }

    @Override
    public OptionalInt live() {
        try {
            Path pointer = folder.resolve("live");
            if (!Files.exists(pointer)) {
                return OptionalInt.empty();
            }
            String number = Files.readString(pointer).strip();
            boolean usable = number.matches("\\d{1,9}") && Files.exists(file(Integer.parseInt(number)));
            return usable ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean exists(int number) {
        return Files.exists(file(number));
    }

    @Override
    public Generation openToFill(int number) {
        boolean isNew = !exists(number);
        HikariDataSource pool = pool("standing-" + number, dataSource(number), CONNECTIONS);
        // What one connection wrote, the others read again: so one writes all, and what it touches often fits.
        SQLiteDataSource keeping = dataSource(number);
        keeping.getConfig().setCacheSize(-16_000);
        // Pages that a statement may have to take back would go to a file, made and removed with each batch.
        keeping.getConfig().setTempStore(SQLiteConfig.TempStore.MEMORY);
        Generation generation = new Generation(number, pool, pool("standing-keeping-" + number, keeping, 1));
        if (isNew) {
            StandingSchema.SQLITE.createTables(generation, this);
        }
        return generation;
    }

    private static HikariDataSource pool(String name, DataSource file, int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(file);
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        pool.setPoolName(name);
        return pool;
    }

    private SQLiteDataSource dataSource(int number) {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(10_000);
        config.setGetGeneratedKeys(false);
        config.setJournalSizeLimit(64 << 20);
        // A page that is written often goes to the file once in so many.
        config.setWalAutocheckpoint(10_000);
        SQLiteDataSource file = new SQLiteDataSource(config);
        file.setUrl("jdbc:sqlite:" + file(number));
        return file;
    }

    /** One process serves a ledger's folder, and it runs one rebuild. */
    @Override
    public Optional<Claim> claim(String who) {
        return Optional.of(new Claim() {
            @Override
            public void leave(@Nullable String note) {
                // Nobody else reads it.
            }

            @Override
            public boolean isHeld() {
                return true;
            }

            @Override
            public void close() {
                // Nobody else waits for it.
            }
        });
    }

    @Override
    public Optional<String> claimant() {
        return Optional.empty();
    }

    @Override
    public Optional<Note> note() {
        return Optional.empty();
    }

    /** Nobody else reads these files, so nobody is told. */
    @Override
    public OptionalInt keep(Connection transaction, StandingRows rows) throws SQLException {
        try (Statement statement = transaction.createStatement();
                ResultSet newest = statement.executeQuery(LiveStanding.NEWEST)) {
            newest.next();
            rows.requireToFollow(newest.getLong(1));
        }
        try (BatchWriter writer = new BatchWriter(transaction)) {
            writer.write(rows);
            writer.flush();
        }
        return OptionalInt.empty();
    }

    @Override
    public void complete(Generation generation) {
        mergeKeys(generation);
        StandingSchema.SQLITE.complete(generation.dataSource());
        keepLog(generation);
    }

    private void mergeKeys(Generation generation) {
        try (Connection connection = connectToFill(generation)) {
            connection.setAutoCommit(false);
            KeyRuns runs = new KeyRuns(connection);
            if (runs.areOpen()) {
                runs.merge();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From here on small transactions are written while others read. The file remembers it. */
    private static void keepLog(Generation generation) {
        execute("PRAGMA journal_mode = WAL", generation.dataSource());
    }

    private static void execute(String sql, DataSource file) {
        try (Connection connection = file.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Soundness soundness(Generation generation) {
        return Soundness.of(generation, StandingSchema.SQLITE.form(), _ -> true);
    }

    /**
     * A build has no log of its own until it is complete: what is added at its end is written to the file at once, and
     * only pages that were there before are kept until the commit, so that a transaction is whole or has not been.
     */
    @Override
    public Connection connectToFill(Generation generation) throws SQLException {
        Connection connection = dataSource(generation.number()).getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA cache_size = -65536");
        }
        return connection;
    }

    @Override
    public long filledTo(Generation generation) {
        return LiveStanding.storedPosition(generation);
    }

    @Override
    public RowWriter writer(Generation generation, Connection connection) throws SQLException {
        KeyRuns runs = new KeyRuns(connection);
        return runs.areOpen() ? new BatchWriter(connection, runs) : new BatchWriter(connection);
    }

    @Override
    public InReach inReach(Generation generation) throws SQLException {
        return new InReach(dataSource(generation.number()).getConnection(), "main", RowDigest.OF_NUMBERS);
    }

    @Override
    public SideBySide sideBySide(Generation left, Generation right) throws SQLException {
        Connection connection = dataSource(right.number()).getConnection();
        try (PreparedStatement attach = connection.prepareStatement("ATTACH ? AS other")) {
            attach.setString(1, file(left.number()).toString());
            attach.execute();
        }
        return new SideBySide(connection, "other", "main", RowDigest.OF_NUMBERS);
    }

    @Override
    public void makeLive(Generation generation) {
        // Else its newest rows and its token might not outlive a power cut that its being the live one does.
        execute("PRAGMA wal_checkpoint", generation.keeping());
        try {
            Path written = folder.resolve("live.new");
            Files.writeString(
                    written,
                    generation.number() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(written, folder.resolve("live"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void drop(Generation generation) {
        close(generation);
        deleteFiles(number -> number == generation.number());
    }

    @Override
    public void close(Generation generation) {
        ((HikariDataSource) generation.keeping()).close();
        ((HikariDataSource) generation.dataSource()).close();
    }

    @Override
    public void dropAllBut(Set<Integer> kept) {
        deleteFiles(number -> !kept.contains(number));
    }

    private void deleteFiles(IntPredicate which) {
        makeFolder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.toList()) {
                var matcher = FILE.matcher(path.getFileName().toString());
                if (matcher.matches() && which.test(Integer.parseInt(matcher.group(1)))) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int number) {
        return folder.resolve("standing-" + number + ".db");
    }
}
