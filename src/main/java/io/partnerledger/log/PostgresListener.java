package io.partnerledger.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears what other nodes say on a channel, on a connection of its own. Whenever it starts to listen, anew too, and
 * whenever it has heard nothing for a while it lets its owner look, so a lost connection delays news and loses none.
 */
public final class PostgresListener implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PostgresListener.class.getName());
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final String channel;
    private final Ear ear;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /** What is done about news, on the thread that listens. */
    public interface Ear {

        /** Something was said, each item a payload; what was said together comes together. */
        void heard(List<String> news) throws SQLException;

        /** Nothing was heard, perhaps because the connection was lost: have a look. */
        void look(Connection connection) throws SQLException;
    }

    /** @param name of the thread */
    public PostgresListener(DataSource dataSource, String name, String channel, Ear ear) {
        this.dataSource = dataSource;
        this.channel = channel;
        this.ear = ear;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            do {
                try (Connection connection = dataSource.getConnection()) {
                    listenOrEnd(connection);
                } catch (SQLException | RuntimeException | Error e) {
                    // Whatever the owner makes of the news, the listening goes on.
                    if (closing.getCount() > 0) {
                        LOG.log(System.Logger.Level.WARNING, "Not listening to other nodes: {0}", e.getMessage());
                    }
                }
            } while (!closing.await(RETRY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A session that went back to its pool listening would gather what nobody asks it for. */
    private void listenOrEnd(Connection connection) throws SQLException {
        try {
            listen(connection);
        } catch (SQLException | RuntimeException | Error e) {
            connection.abort(Runnable::run);
            throw e;
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + channel);
        }
        PGConnection postgres = connection.unwrap(PGConnection.class);
        // A pooled connection may still hold what it heard before; what there is, is looked at next.
        postgres.getNotifications();
        ear.look(connection);
        while (closing.getCount() > 0) {
            PGNotification[] heard = postgres.getNotifications((int) SILENCE.toMillis());
            if (heard == null || heard.length == 0) {
                ear.look(connection);
            } else {
                ear.heard(Arrays.stream(heard).map(PGNotification::getParameter).toList());
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("UNLISTEN *");
        }
    }

    /** Wakes the listener with news of nothing, at which other nodes look for themselves. */
    @Override
    public void close() {
        closing.countDown();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("NOTIFY " + channel + ", '-1'");
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
