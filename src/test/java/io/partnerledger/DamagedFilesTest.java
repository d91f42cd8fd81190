package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger.Answer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody takes away a table of the views, or an event of the log, under the running ledger. */
class DamagedFilesTest {

    @TempDir
    Path home;

    @Test
    void whoAsksIsToldWhatMendsThemAndItDoes() throws Exception {
        try (RunningLedger ledger = RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none")) {
            long position = ledger.post("/api/announcements?register=true", SeveralNodesTest.announcement(1))
                    .json()
                    .path("position")
                    .asLong();
            String question = "/api/announcements?subject=anthropic&minPosition=" + position;
            assertThat(ledger.get(question).status()).isEqualTo(200);
            change("views/standing-1.db", "DROP TABLE announcement_version");

            Answer refusal = ledger.get(question);
            assertThat(refusal.status()).isEqualTo(500);
            assertThat(refusal.json().path("code").asString()).isEqualTo("views-damaged");
            String mends = refusal.json().path("detail").asString();
            assertThat(mends).contains("POST /api/projections/standing/rebuild");

            ledger.post("/api/projections/standing/rebuild", "{}");
            while (!ledger.get("/api/projections/standing/rebuild").text().contains("\"done\",")) {
                Thread.onSpinWait();
            }
            assertThat(ledger.get(question).json().path("items")).hasSize(1);
        }
    }

    @Test
    void whoAsksIsToldWhichEventIsMissing() throws Exception {
        try (RunningLedger ledger = RunningLedger.start("--ledger.home=" + home)) {
            change("ledger.db", "DROP TRIGGER log_event_is_never_deleted; DELETE FROM log_event WHERE position = 7");

            Answer refusal = ledger.get("/api/exports/cloudevents");
            assertThat(refusal.status()).isEqualTo(500);
            assertThat(refusal.json().path("code").asString()).isEqualTo("log-damaged");
            assertThat(refusal.json().path("detail").asString()).contains("lacks position 7", "A copy that has it");
        }
    }

    @Test
    void whoAsksIsToldWhichEventCannotBeRead() throws Exception {
        try (RunningLedger ledger = RunningLedger.start("--ledger.home=" + home)) {
            change("ledger.db", """
                DROP TRIGGER log_event_is_never_changed;
                UPDATE log_event SET data = '{' WHERE position = 20\
                """);

            Answer refusal = ledger.get("/api/totals");
            assertThat(refusal.status()).isEqualTo(500);
            assertThat(refusal.json().path("code").asString()).isEqualTo("log-damaged");
            assertThat(refusal.json().path("detail").asString())
                    .contains("The event at position 20: ", "its bytes are damaged");
        }
    }

    private void change(String file, String sql) throws Exception {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + home.resolve(file));
                Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
