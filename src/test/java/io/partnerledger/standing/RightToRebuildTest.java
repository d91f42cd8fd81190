package io.partnerledger.standing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.partnerledger.log.PostgresServer;
import io.partnerledger.standing.Generations.Claim;
import io.partnerledger.standing.Generations.Note;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The right to rebuild, which one node of a ledger has at a time, and what the nodes leave for each other. */
class RightToRebuildTest {

    private final String url = PostgresServer.freshUrl();

    @Test
    void whoeverGivesItBackOrDoesNotGetItHoldsNoConnection() {
        try (HikariDataSource database = PostgresServer.freshDatabase();
                HikariDataSource ofOther = PostgresServer.poolOf(database)) {
            Generations one = new PostgresGenerations(database, _ -> database);
            Generations other = new PostgresGenerations(ofOther, _ -> ofOther);

            try (Claim _ = one.claim("one").orElseThrow()) {
                assertThat(other.claim("other")).isEmpty();
            }

            assertThat(database.getHikariPoolMXBean().getActiveConnections()).isZero();
            assertThat(ofOther.getHikariPoolMXBean().getActiveConnections()).isZero();
            other.claim("other").orElseThrow().close();
        }
    }

    @Test
    void whatANodeThatIsGoneLeftIsNotOfWhoeverHasTheRightNow() {
        Generations one = Builds.on(url, "public");
        Generations other = Builds.on(url, "public");
        try (Claim claim = one.claim("one").orElseThrow()) {
            claim.leave("begun");
            assertThat(other.note()).hasValue(new Note("one", "begun", true));
        }
        try (Claim _ = other.claim("other").orElseThrow()) {
            assertThat(other.note()).hasValue(new Note("one", "begun", false));
        }
    }

    @Test
    void whoHasLostItLeavesNothingInPlaceOfWhatTheNextOneLeft() throws SQLException {
        Generations one = Builds.on(url, "public");
        Generations other = Builds.on(url, "public");
        try (Claim lost = one.claim("one").orElseThrow();
                Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid, 10000) FROM pg_locks WHERE locktype = 'advisory'"
                    + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
            try (Claim claim = other.claim("other").orElseThrow()) {
                claim.leave("begun");
                lost.leave("failed");
                assertThat(one.note()).hasValue(new Note("other", "begun", true));
            }
        }
    }

    @Test
    void everyLedgerHasOneOfItsOwn() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA another");
        }
        Generations ledger = Builds.on(url, "public");
        try (Claim claim = ledger.claim("node").orElseThrow()) {
            claim.leave("begun");
        }
        for (Generations another :
                new Generations[] {Builds.on(url, "another"), Builds.on(PostgresServer.freshUrl(), "public")}) {
            try (Claim _ = another.claim("node").orElseThrow()) {
                assertThat(ledger.note()).hasValue(new Note("node", "begun", false));
                ledger.claim("node").orElseThrow().close();
            }
        }
    }
}
