package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a watcher of the program is told. */
class MetersTest {

    @TempDir
    Path home;

    @Test
    void theLogTheViewsAndARebuildSayHowFarTheyAre() throws Exception {
        try (RunningLedger ledger = RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none")) {
            assertThat(ledger.get("/actuator/health").json().path("status").asString())
                    .isEqualTo("UP");
            assertThat(value(ledger, "ledger.log.position")).isEqualTo(-1);

            double position = ledger.post("/api/announcements?register=true", SeveralNodesTest.announcement(1))
                    .json()
                    .path("position")
                    .asDouble();
            ledger.get("/api/roster?subject=anthropic&minPosition=" + (long) position);

            assertThat(value(ledger, "ledger.log.position")).isEqualTo(position);
            assertThat(value(ledger, "ledger.view.position")).isEqualTo(position);
            assertThat(value(ledger, "ledger.view.lag")).isZero();
            assertThat(value(ledger, "ledger.append.waiting")).isZero();
            assertThat(value(ledger, "ledger.append.groups")).isOne();
            assertThat(value(ledger, "ledger.append.appends")).isOne();
            assertThat(value(ledger, "ledger.append.group.largest")).isOne();

            ledger.post("/api/projections/standing/rebuild", "{}");
            while (!ledger.get("/api/projections/standing/rebuild").text().contains("\"done\",")) {
                Thread.onSpinWait();
            }
            assertThat(value(ledger, "ledger.rebuild.position")).isEqualTo(position);
            assertThat(value(ledger, "ledger.rebuild.lag")).isZero();
            assertThat(ledger.get("/actuator/env").status()).isEqualTo(404);
        }
    }

    private static double value(RunningLedger ledger, String name) {
        return ledger.get("/actuator/metrics/" + name)
                .json()
                .at("/measurements/0/value")
                .asDouble();
    }
}
