package io.partnerledger;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** At once on the one node that SQLite has. */
class SqliteAtOnceTest extends AtOnceScenario {

    private @Nullable RunningLedger node;

    @Override
    RunningLedger node(Path home) {
        if (node == null) {
            node = RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none");
        }
        return node;
    }
}
