package io.partnerledger;

import io.partnerledger.log.PostgresServer;
import java.nio.file.Path;

/** At once on two nodes on one PostgreSQL. */
class PostgresAtOnceTest extends AtOnceScenario {

    private final String url = PostgresServer.freshUrl();

    @Override
    RunningLedger node(Path home) {
        return RunningLedger.start(
                "--ledger.home=" + home,
                "--ledger.journal=none",
                "--spring.profiles.active=postgres",
                "--ledger.postgres.url=" + url,
                "--ledger.postgres.user=postgres");
    }
}
