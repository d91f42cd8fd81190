package io.partnerledger.log;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Connections to a ledger file. */
final class SqliteConnections {

    /** With the default of 1000 there are several checkpoints a second under load, each with a sync of the whole file. */
    static final int PAGES_BEFORE_CHECKPOINT = 10_000;

    private static final int FULL = 2;

    private final SQLiteDataSource dataSource;

    SqliteConnections(Path file, Duration lockTimeout) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout((int) lockTimeout.toMillis());
        config.setCacheSize(-32_000);
        // The default selects the last row id after every insert: a quarter of the writer's time.
        config.setGetGeneratedKeys(false);
        // The writer itself copies all there is only where what copies beside it has not come to it.
        config.setWalAutocheckpoint(2 * PAGES_BEFORE_CHECKPOINT);
        // A bulk load leaves a log of its size behind otherwise; what is written anew is not cut and made longer again.
        config.setJournalSizeLimit(96 << 20);
        dataSource = new SQLiteDataSource(config);
        dataSource.setUrl("jdbc:sqlite:" + file);
    }

    DataSource dataSource() {
        return dataSource;
    }

    PreparedConnection open(boolean forReading) throws SQLException {
        Connection connection = dataSource.getConnection();
        try (Statement statement = connection.createStatement()) {
            require(statement, "PRAGMA journal_mode", "wal");
            require(statement, "PRAGMA synchronous", String.valueOf(FULL));
            if (forReading) {
                statement.execute("PRAGMA query_only = 1");
            }
            return new PreparedConnection(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void require(Statement statement, String pragma, String value) throws SQLException {
        try (ResultSet row = statement.executeQuery(pragma)) {
            if (!row.next() || !value.equals(row.getString(1))) {
                throw new SQLException(pragma + " is not " + value + ": a commit would not be durable. A network file"
                        + " system may be the reason; take a folder of a local disk");
            }
        }
    }
}
