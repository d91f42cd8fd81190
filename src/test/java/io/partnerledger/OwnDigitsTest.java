package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.partnerledger.log.PostgresServer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where numbers are written in other digits, the ledger asks its database and answers as everywhere. */
class OwnDigitsTest {

    private static final String IN_EGYPT = "export JAVA_TOOL_OPTIONS='-Duser.language=ar -Duser.country=EG'";
    private static final String REBUILD = "/api/projections/standing/rebuild";

    @TempDir
    Path home;

    @Test
    void theLedgerIsTheSameOnSqlite() throws Exception {
        headlinesAndARebuild("--ledger.home=" + home);
    }

    @Test
    void theLedgerIsTheSameOnPostgres() throws Exception {
        headlinesAndARebuild(
                "--ledger.home=" + home,
                "--spring.profiles.active=postgres",
                "--ledger.postgres.url=" + PostgresServer.freshUrl(),
                "--ledger.postgres.user=postgres");
    }

    private static void headlinesAndARebuild(String... options) throws Exception {
        try (LedgerProcess ledger = LedgerProcess.startUnder(IN_EGYPT, options)) {
            assertThat(ledger.get("/api/timeline?subject=anthropic&validAt=2026-11-01&limit=200")
                            .body())
                    .contains("at least 3 partners")
                    .doesNotContainPattern("\\p{InArabic}");
            assertThat(ledger.post(REBUILD, "{}").statusCode()).isEqualTo(202);
            AtomicReference<JsonNode> rebuild = new AtomicReference<>();
            await().untilAsserted(() -> {
                rebuild.set(JsonMapper.builder()
                        .build()
                        .readTree(ledger.get(REBUILD).body()));
                assertThat(rebuild.get().path("state").asString()).isEqualTo("done");
            });
            assertThat(rebuild.get().at("/difference/same").asBoolean())
                    .as(rebuild.get().toString())
                    .isTrue();
        }
    }
}
