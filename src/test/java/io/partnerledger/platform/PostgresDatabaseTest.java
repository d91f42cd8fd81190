package io.partnerledger.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.partnerledger.log.PostgresServer;
import java.sql.Connection;
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
        assertThat(other.<Boolean, RuntimeException>aloneWithin(SOON, "judged", () -> true))
                .isTrue();
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
                    .isThrownBy(() -> node.<Boolean, RuntimeException>aloneWithin(SOON, "judged", () -> did.add("it")));
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
