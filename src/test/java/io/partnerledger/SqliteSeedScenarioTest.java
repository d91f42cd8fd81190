package io.partnerledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The scenario on the embedded default. */
class SqliteSeedScenarioTest extends SeedScenario {

    @TempDir
    Path home;

    @Override
    RunningLedger startNew() {
        return RunningLedger.start("--ledger.home=" + home, JOURNAL);
    }
}
