package io.partnerledger.standing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The sessions of a pool, as long as they are of one run of the PostgreSQL server. A standby that took over may lack the
 * end of a build, of which the nodes know how far it had come: they would read the gap as if nothing were missing. So
 * those of another run are refused, and whoever reads a build opens it anew.
 */
final class OneServerRun extends DelegatingDataSource implements AutoCloseable {

    /** What tells one run of a server from another, and from those of other servers. */
    static final String RUN = "SELECT extract(epoch FROM pg_postmaster_start_time())::text";

    private final HikariDataSource pool;
    /** A session is asked once. */
    private final Cache<PGConnection, Boolean> ofThisRun =
            Caffeine.newBuilder().weakKeys().build();

    private @Nullable String run;

    OneServerRun(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = pool.getConnection();
        try {
            PGConnection session = connection.unwrap(PGConnection.class);
            if (ofThisRun.getIfPresent(session) == null) {
                if (!is(runOf(connection))) {
                    throw new SQLException("The server was started again, or another took over");
                }
                ofThisRun.put(session, true);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Whether it is this one; the first to be asked about is. */
    synchronized boolean is(String other) {
        if (run == null) {
            run = other;
        }
        return run.equals(other);
    }

    private static String runOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(RUN)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
