package io.partnerledger;

import io.partnerledger.log.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The scenario on the shared store. */
class PostgresSeedScenarioTest extends SeedScenario {

    @TempDir
    Path home;

    @Override
    RunningLedger startNew() {
        return RunningLedger.start(
                "--spring.profiles.active=postgres",
                "--ledger.home=" + home,
                JOURNAL,
                "--ledger.postgres.url=" + PostgresServer.freshUrl(),
                "--ledger.postgres.user=postgres");
    }
}
