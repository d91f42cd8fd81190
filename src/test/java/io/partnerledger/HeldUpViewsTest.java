package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger.Answer;
import io.partnerledger.log.PostgresServer;
import io.partnerledger.standing.LiveStanding;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What held the views up is over, and Axon would wait before it tries again, after a long fault for a minute. */
@Timeout(60)
class HeldUpViewsTest {

    @TempDir
    Path home;

    @Test
    void theyGoOnWithoutThatWaitOnSqlite() {
        assertThatTheyGoOn();
    }

    @Test
    void theyGoOnWithoutThatWaitOnPostgres() {
        assertThatTheyGoOn(
                "--spring.profiles.active=postgres",
                "--ledger.postgres.url=" + PostgresServer.freshUrl(),
                "--ledger.postgres.user=postgres");
    }

    /** As where a standby took over that lacks their last batch, and whoever keeps them has not noticed. */
    @Test
    void theyGoOnFromWhereTheyAreWhereTheirEndIsGone() throws SQLException {
        String url = PostgresServer.freshUrl();
        try (RunningLedger ledger = RunningLedger.start(
                        "--ledger.home=" + home,
                        "--ledger.journal=none",
                        "--spring.profiles.active=postgres",
                        "--ledger.postgres.url=" + url,
                        "--ledger.postgres.user=postgres");
                Connection database = DriverManager.getConnection(url)) {
            view(ledger, record(ledger, 1));
            forEachTableOfTheViews(database, "CREATE TABLE before_%2$s AS TABLE %1$s.%2$s");
            long position = record(ledger, 2);
            view(ledger, position);
            forEachTableOfTheViews(database, "DELETE FROM %1$s.%2$s; INSERT INTO %1$s.%2$s SELECT * FROM before_%2$s");

            ledger.context().getBean(LiveStanding.class).refresh();

            assertThat(ledger.context().getBean(LiveStanding.class).position()).isLessThan(position);
            assertThat(view(ledger, position).json().at("/partners/0/roles/0/announcements"))
                    .hasSize(2);
        }
    }

    private static void forEachTableOfTheViews(Connection database, String sql) throws SQLException {
        List<String> tables = new ArrayList<>();
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT tablename FROM pg_tables WHERE schemaname = 'standing_1' ORDER BY 1")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        try (Statement statement = database.createStatement()) {
            for (String table : tables) {
                statement.execute(sql.formatted("standing_1", table));
            }
        }
        database.commit();
    }

    private void assertThatTheyGoOn(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--ledger.home=" + home, "--ledger.journal=none"));
        try (RunningLedger ledger = RunningLedger.start(all.toArray(String[]::new))) {
            view(ledger, record(ledger, 1));
            ledger.context()
                    .getBean(EventProcessingConfiguration.class)
                    .eventProcessor("standing", StreamingEventProcessor.class)
                    .orElseThrow()
                    .releaseSegment(0, 1, TimeUnit.HOURS);
            long position = record(ledger, 2);
            assertThat(ledger.get("/api/exports/cloudevents").text().lines())
                    .as("the log needs no view")
                    .hasSize((int) position + 1);
            assertThat(view(ledger, position).json().at("/partners/0/roles/0/announcements"))
                    .hasSize(2);
        }
    }

    /** Asks until the views have come as far. */
    private static Answer view(RunningLedger ledger, long position) {
        Answer answer;
        do {
            answer = ledger.get("/api/roster?subject=anthropic&minPosition=" + position);
            assertThat(answer.status()).as(answer.text()).isIn(200, 503);
        } while (answer.status() == 503);
        return answer;
    }

    private static long record(RunningLedger ledger, int number) {
        Answer answer = ledger.post("/api/announcements?register=true", SeveralNodesTest.announcement(number));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("position").asLong();
    }
}
