package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.log.PostgresServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node stands still while another one rebuilds and drops the build that it knows. */
class ReplacedViewsTest {

    @TempDir
    Path home;

    @Test
    void theNodeDoesNotCallItsViewsDamaged() throws Exception {
        String url = PostgresServer.freshUrl();
        try (RunningLedger node = RunningLedger.start(options("node", url));
                LedgerProcess other = LedgerProcess.start(options("other", url))) {
            String question = "/api/organizations?minPosition="
                    + node.post("/api/announcements?register=true", SeveralNodesTest.announcement(1))
                            .json()
                            .path("position")
                            .asLong();
            assertThat(other.get(question).statusCode()).isEqualTo(200);
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            other.signal("STOP");
            try {
                rebuild(node);
                drop(url, "standing_1");
                for (int i = 0; i < 20; i++) {
                    answers.add(other.asking(question));
                }
            } finally {
                other.signal("CONT");
            }

            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isIn(200, 503);
            }
            HttpResponse<String> later = other.get(question);
            while (later.statusCode() == 503) {
                later = other.get(question);
            }
            assertThat(later.statusCode()).as(later.body()).isEqualTo(200);
        }
    }

    private String[] options(String name, String url) {
        return new String[] {
            "--ledger.home=" + home.resolve(name),
            "--ledger.journal=none",
            "--spring.profiles.active=postgres",
            "--ledger.postgres.url=" + url,
            "--ledger.postgres.user=postgres"
        };
    }

    private static void rebuild(RunningLedger node) {
        node.post("/api/projections/standing/rebuild", "{}");
        while (!node.get("/api/projections/standing/rebuild").text().contains("\"done\",")) {
            Thread.onSpinWait();
        }
    }

    private static void drop(String url, String schema) throws Exception {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA " + schema + " CASCADE");
        }
    }
}
