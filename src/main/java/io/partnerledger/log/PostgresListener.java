package io.partnerledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears of other nodes' commits on a connection of its own. Whenever it starts to listen, anew too, and whenever it
 * has heard nothing for a while it reads where the log ends, so a lost connection delays news and loses none.
 */
final class PostgresListener implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PostgresListener.class.getName());
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final PostgresLedger ledger;
    private final LongConsumer head;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    PostgresListener(DataSource dataSource, PostgresLedger ledger, LongConsumer head) {
        this.dataSource = dataSource;
        this.ledger = ledger;
        this.head = head;
        this.thread = Thread.ofPlatform().name("log-listener").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            do {
                try (Connection connection = dataSource.getConnection()) {
                    listen(connection);
                } catch (SQLException e) {
                    if (closing.getCount() > 0) {
                        LOG.log(System.Logger.Level.WARNING, "Not listening to other nodes: {0}", e.getMessage());
                    }
                }
            } while (!closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + ledger.channel());
        }
        PGConnection postgres = connection.unwrap(PGConnection.class);
        // A pooled connection may still hold what it heard before; where the log ends is read next.
        postgres.getNotifications();
        try (PreparedStatement end = connection.prepareStatement(JdbcLogStore.HEAD)) {
            tellWhatIsThere(end);
            while (closing.getCount() > 0) {
                PGNotification[] heard = postgres.getNotifications((int) SILENCE.toMillis());
                if (heard == null || heard.length == 0) {
                    tellWhatIsThere(end);
                } else {
                    for (PGNotification news : heard) {
                        head.accept(Long.parseLong(news.getParameter()));
                    }
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("UNLISTEN *");
        }
    }

    private void tellWhatIsThere(PreparedStatement end) throws SQLException {
        try (ResultSet row = end.executeQuery()) {
            if (row.next()) {
                head.accept(row.getLong(1));
            }
        }
    }

    /** Wakes the listener with news of nothing, which costs the other nodes nothing. */
    @Override
    public void close() {
        closing.countDown();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("NOTIFY " + ledger.channel() + ", '-1'");
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "The listener ends by itself", e);
        }
        try {
            thread.join(SILENCE.multipliedBy(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
