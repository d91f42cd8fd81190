package io.partnerledger.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.partnerledger.log.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What nodes do one after the other, each by a lock of its session. */
class PostgresDatabaseTest {

    private static final Duration SOON = Duration.ofMillis(50);

    private static PostgresDatabase node;
    private static PostgresDatabase other;

    @BeforeAll
    static void opens() {
        var settings = new LedgerProperties.Postgres(PostgresServer.freshUrl(), "postgres", "");
        node = PostgresDatabase.open(settings);
        other = PostgresDatabase.open(settings);
    }

    @AfterAll
    static void closes() {
        node.close();
        other.close();
    }

    @AfterEach
    void theLockIsFree() throws SQLException {
        assertThat(other.<Boolean>aloneWithin(SOON, "judged", _ -> true)).isTrue();
    }

    @Test
    void whatWasDoneIsDoneThoughTheSessionWasEnded() throws SQLException {
        assertThat(node.<String, SQLException>alone("judged", () -> {
                    endTheHolder();
                    return "done";
                }))
                .isEqualTo("done");
    }

    @Test
    void howItFailedIsNotForgottenWhereTheSessionWasEnded() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> node.<String, SQLException>alone("judged", () -> {
                    endTheHolder();
                    throw new IllegalStateException("outcome unknown");
                }))
                .withMessage("outcome unknown");
    }

    /** As while the server was a standby: what began then takes nothing later either, and is used once more at most. */
    @Test
    void sessionsThatTakeNoWritesDoNotStay() throws SQLException {
        String url = PostgresServer.freshUrl();
        try (PostgresDatabase database = PostgresDatabase.open(new LedgerProperties.Postgres(url, "postgres", ""))) {
            takesWrites(url, false);
            List<Connection> several = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                several.add(database.pool().getConnection());
            }
            for (Connection session : several) {
                session.close();
            }
            takesWrites(url, true);
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> write(database))
                    .withMessageContaining("read-only");

            assertThat(write(database)).isOne();
        }
    }

    /** Neither the log nor the views, from which others read, are to lose what they had where a server fails. */
    @Test
    void everySessionWaitsForTheDisk() throws SQLException {
        String url = PostgresServer.freshUrl();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE " + connection.getCatalog() + " SET synchronous_commit TO off");
        }
        try (PostgresDatabase database = PostgresDatabase.open(new LedgerProperties.Postgres(url, "postgres", ""));
                var build = database.poolOfSchema("public")) {
            for (HikariDataSource pool : List.of(database.pool(), build)) {
                try (Connection connection = pool.getConnection();
                        Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("SHOW synchronous_commit")) {
                    row.next();
                    assertThat(row.getString(1)).isEqualTo("on");
                }
            }
        }
    }

    private static void takesWrites(String url, boolean takes) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only TO off");
            statement.execute("ALTER DATABASE " + connection.getCatalog() + " SET default_transaction_read_only TO "
                    + (takes ? "off" : "on"));
        }
    }

    private static int write(PostgresDatabase database) throws SQLException {
        try (Connection connection = database.pool().getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate("CREATE TABLE written AS SELECT 1 AS once");
        }
    }

    private static void endTheHolder() throws SQLException {
        ask("SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_locks WHERE locktype = 'advisory' AND granted "
                + "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection = other.pool().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void whoCannotWaitDoesNothingWhileAnotherNodeIsNotDone() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> slow = executor.submit(() -> other.<Boolean, InterruptedException>alone("judged", () -> {
                begun.countDown();
                done.await();
                return true;
            }));
            begun.await();
            List<String> did = new ArrayList<>();
            assertThatExceptionOfType(SQLTimeoutException.class)
                    .isThrownBy(() -> node.<Boolean>aloneWithin(SOON, "judged", _ -> did.add("it")));
            assertThat(did).isEmpty();

            done.countDown();
            assertThat(slow.get()).isTrue();
        }
    }

    @Test
    void whoWaitsOnComesNext() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        List<String> order = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = executor.submit(() -> other.<Boolean, InterruptedException>alone("start", () -> {
                begun.countDown();
                done.await();
                return order.add("first");
            }));
            begun.await();
            Future<Boolean> next =
                    executor.submit(() -> node.<Boolean, RuntimeException>alone("start", () -> order.add("next")));
            done.countDown();
            first.get();
            next.get();
        }
        assertThat(order).containsExactly("first", "next");
    }

    @Test
    void neitherANodeNorTheServerWaitsForEverForTheOtherThatIsGone() throws SQLException {
        assertThat(ask("SHOW tcp_keepalives_idle")).isEqualTo("15");
        try (Connection connection = node.pool().getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(60_000);
        }
        try (var build = node.poolOfSchema("public");
                Connection connection = build.getConnection()) {
            assertThat(connection.getNetworkTimeout()).isEqualTo(600_000);
        }
    }
}
