package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger.Answer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody drops a table of the views under the running ledger. */
class DamagedViewsTest {

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
            drop("announcement_version");

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

    private void drop(String table) throws Exception {
        try (Connection views = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("views/standing-1.db"));
                Statement statement = views.createStatement()) {
            statement.execute("DROP TABLE " + table);
        }
    }
}
