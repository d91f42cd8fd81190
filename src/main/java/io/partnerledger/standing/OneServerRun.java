package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections to one run of a PostgreSQL server. A standby that took over may lack the end of a build, of which the nodes
 * know how far it had come: they would read the gap as if nothing were missing. So another run is refused, and whoever
 * reads a build opens it anew.
 */
public final class OneServerRun extends DelegatingDataSource {

    /** What tells one run of a server from another, and from those of other servers. */
    static final String RUN = "SELECT extract(epoch FROM pg_postmaster_start_time())::text";

    private @Nullable String run;

    public OneServerRun(DataSource server) {
        super(server);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            if (!is(runOf(connection))) {
                throw new SQLException("The server was started again, or another took over");
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
}
