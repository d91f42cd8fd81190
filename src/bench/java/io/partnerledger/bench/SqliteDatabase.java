package io.partnerledger.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.partnerledger.log.LogOptions;
import io.partnerledger.log.LogSchema;
import io.partnerledger.log.LogStore;
import io.partnerledger.log.SqliteLogStore;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.SqliteGenerations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A folder with SQLite files, write-ahead log and {@code synchronous=FULL} for everyone. */
record SqliteDatabase(Path folder) implements Database {

    @Override
    public Store store() {
        return Store.SQLITE;
    }

    @Override
    public List<String> programOptions() {
        return List.of("--ledger.store=sqlite", "--ledger.home=" + folder);
    }

    @Override
    public LogStore openLog() throws IOException {
        return SqliteLogStore.open(folder.resolve("ledger.db"), LogOptions.defaults());
    }

    @Override
    public Connection rawConnection() throws SQLException {
        SQLiteConfig config = durable();
        config.setCacheSize(-32_000);
        config.setGetGeneratedKeys(false);
        config.setWalAutocheckpoint(10_000);
        config.setJournalSizeLimit(64 << 20);
        SQLiteDataSource source = file(config, "ledger.db");
        LogSchema.SQLITE.migrate(source);
        return source.getConnection();
    }

    /**
     * One connection: SQLite has one writer, and connections that wait for its lock sleep in steps. Measured, a pool of
     * ten is slower.
     */
    @Override
    public HikariDataSource stockPool() {
        SQLiteConfig config = durable();
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(file(config, "stock.db"));
        pool.setMaximumPoolSize(Integer.getInteger("bench.stock.pool", 1));
        pool.setConnectionTimeout(60_000);
        return pool;
    }

    private static SQLiteConfig durable() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(60_000);
        return config;
    }

    private SQLiteDataSource file(SQLiteConfig config, String name) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.resolve(name));
        return source;
    }

    @Override
    public Generations openViews() {
        return new SqliteGenerations(folder.resolve("stock-views"));
    }

    @Override
    public long size() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Override
    public void close() throws IOException {
        Scratch.delete(folder);
    }
}
