package io.partnerledger.platform;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL database that nodes share. No bean of type DataSource, so that nothing configures itself on it. */
record PostgresDatabase(HikariDataSource pool, LedgerProperties.Postgres settings) implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    static PostgresDatabase open(LedgerProperties.Postgres settings) {
        return new PostgresDatabase(pool(settings, "ledger", null), settings);
    }

    /** A pool of its own whose connections see one schema. */
    HikariDataSource poolOfSchema(String schema) {
        return pool(settings, schema, schema);
    }

    private static HikariDataSource pool(LedgerProperties.Postgres settings, String name, @Nullable String schema) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(settings.url());
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.setPoolName(name);
        if (schema != null) {
            pool.setSchema(schema);
        }
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
