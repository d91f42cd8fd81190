package io.partnerledger.standing;

import com.zaxxer.hikari.HikariDataSource;
import io.partnerledger.log.PostgresServer;
import java.nio.file.Path;
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
            String url = PostgresServer.freshUrl();
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(url);
            return new PostgresGenerations(database, schema -> {
                HikariDataSource pool = pool(url);
                pool.setSchema(schema);
                return pool;
            });
        }
    };

    /** A place that nobody else uses; the folder is for a store that needs one. */
    public abstract Generations in(Path folder);

    private static HikariDataSource pool(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        return pool;
    }
}
