package io.partnerledger.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.partnerledger.log.LogOptions;
import io.partnerledger.log.LogSchema;
import io.partnerledger.log.LogStore;
import io.partnerledger.log.PostgresLogStore;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.PostgresGenerations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of the embedded server, whose settings beside those that make it durable are its defaults. */
final class PostgresDatabase implements Database {

    private static final int CONNECTIONS = 8;

    private final String url;
    private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();

    PostgresDatabase(String url) {
        this.url = url;
    }

    @Override
    public Store store() {
        return Store.POSTGRES;
    }

    @Override
    public List<String> programOptions() {
        return List.of(
                "--ledger.store=postgres",
                "--ledger.postgres.url=" + url,
                "--ledger.postgres.user=postgres",
                "--ledger.postgres.password=postgres");
    }

    @Override
    public LogStore openLog() throws SQLException {
        return PostgresLogStore.open(pool(CONNECTIONS), LogOptions.defaults());
    }

    @Override
    public Connection rawConnection() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setReWriteBatchedInserts(true);
        LogSchema.POSTGRESQL.migrate(source);
        return source.getConnection();
    }

    /** As many connections as the pool has by default. */
    @Override
    public HikariDataSource stockPool() {
        return pool(Integer.getInteger("bench.stock.pool", 10));
    }

    private HikariDataSource pool(int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(60_000);
        pools.add(pool);
        return pool;
    }

    @Override
    public Generations openViews() {
        return new PostgresGenerations(pool(CONNECTIONS), schema -> {
            HikariDataSource pool = pool(CONNECTIONS);
            pool.setSchema(schema);
            return pool;
        });
    }

    @Override
    public long size() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_database_size(current_database())")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
    }
}
