package io.partnerledger.standing;

import com.zaxxer.hikari.HikariDataSource;
import io.partnerledger.log.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.postgresql.ds.PGSimpleDataSource;

/** Places for builds, one of each store. */
public enum Builds {
    SQLITE {
        @Override
        public Generations in(Path folder) {
            return new SqliteGenerations(folder);
        }
    },
    POSTGRESQL {
        @Override
        public Generations in(Path folder) {
            return on(PostgresServer.freshUrl(), "public");
        }
    };

    /** A new build that is whole. */
    public static Generation empty(Generations generations, int number) throws SQLException {
        Generation build = generations.openToFill(number);
        generations.complete(build);
        return build;
    }

    /** A place that nobody else uses; the folder is for a store that needs one. */
    public abstract Generations in(Path folder);

    /** In a database, for the ledger of one of its schemas. */
    static Generations on(String url, String ledger) {
        return on(url, ledger, () -> false);
    }

    /** The same, where the pool of a build that is opened may be one that has no connections. */
    static Generations on(String url, String ledger, BooleanSupplier isGone) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setCurrentSchema(ledger);
        return new PostgresGenerations(database, schema -> {
            HikariDataSource pool = pool(url);
            pool.setSchema(schema);
            if (isGone.getAsBoolean()) {
                pool.close();
            }
            return pool;
        });
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        return pool;
    }
}
