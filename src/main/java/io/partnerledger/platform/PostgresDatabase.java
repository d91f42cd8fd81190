package io.partnerledger.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL database that nodes share. No bean of type DataSource, so that nothing configures itself on it. */
record PostgresDatabase(HikariDataSource pool, LedgerProperties.Postgres settings) implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    /** No longer than a question waits for its view. */
    private static final int CONNECT_MILLIS = 5_000;

    static PostgresDatabase open(LedgerProperties.Postgres settings) {
        return new PostgresDatabase(pool(settings, "ledger", null), settings);
    }

    /** Work that a database is asked for. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T run() throws E, SQLException;
    }

    /** Does what the nodes of a ledger do one after the other: the others wait until this one is done or has died. */
    <T, E extends Exception> T alone(String what, Work<T, E> work) throws E, SQLException {
        String lock = "hashtext('partner-ledger " + what + " ' || current_schema())";
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + lock + ")");
            try {
                return work.run();
            } finally {
                statement.execute("SELECT pg_advisory_unlock(" + lock + ")");
            }
        }
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
        pool.setConnectionTimeout(CONNECT_MILLIS);
        pool.setPoolName(name);
        // Whatever the server's default: the log's append takes a lock and then looks at what was committed before.
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // Rows of a batch go as one statement.
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        if (schema != null) {
            pool.setSchema(schema);
            // Rows that can be made again, together with how far they go: they need not wait for the disk.
            pool.setConnectionInitSql("SET synchronous_commit TO off");
        }
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
