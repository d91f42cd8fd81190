package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The disk fills up, or is no place for a ledger. */
class FullDiskTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path home;

    /** No file may grow beyond some megabytes: the write-ahead log of the ledger fails in the middle of a commit. */
    @Test
    void aFullDiskIsSaidAndWhatWasAcknowledgedStays() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        try (LedgerProcess ledger =
                LedgerProcess.startUnder("ulimit -f 3000", "--ledger.home=" + home, "--ledger.journal=none")) {
            HttpResponse<String> answer = null;
            int number = 0;
            while (answer == null || answer.statusCode() == 201) {
                answer = ledger.post("/api/announcements?register=true", large(number++));
                if (answer.statusCode() == 201) {
                    acknowledged.add(JSON.readTree(answer.body()).path("id").asString());
                }
            }
            assertThat(code(answer)).isIn("outcome-unknown", "read-only");
            HttpResponse<String> next = ledger.post("/api/announcements?register=true", large(number));
            assertThat(next.statusCode()).as(next.body()).isEqualTo(503);
            assertThat(code(next)).isEqualTo("read-only");
            assertThat(next.headers().firstValue("Retry-After")).isPresent();
            assertThat(detail(next)).contains("Queries go on", "start the ledger again");
            assertThat(ledger.get("/api/roster?subject=anthropic").body()).contains("akamai");
            assertThat(ledger.get("/api/totals").statusCode()).isEqualTo(200);
            HttpResponse<String> health = ledger.get("/actuator/health");
            assertThat(health.statusCode()).isEqualTo(503);
            JsonNode log = JSON.readTree(health.body()).at("/components/log");
            assertThat(log.path("status").asString()).isEqualTo("OUT_OF_SERVICE");
            assertThat(log.at("/details/readOnly").asString()).contains("start the ledger again");
            assertThat(ledger.get("/api/events").body().lines().count()).isGreaterThanOrEqualTo(acknowledged.size());
        }
        assertThat(acknowledged).isNotEmpty();
        try (RunningLedger again = RunningLedger.start("--ledger.home=" + home)) {
            String log = again.get("/api/events").text();
            assertThat(acknowledged).allSatisfy(id -> assertThat(log).contains(id));
            assertThat(again.post("/api/announcements?register=true", large(100_000))
                            .status())
                    .isEqualTo(201);
        }
    }

    /** A file system of a few megabytes is full at whichever write: nothing of the append is there, and that is said. */
    @Test
    @Timeout(60)
    void whatFindsNoRoomIsNotStoredAndGoesOnOnceThereIsRoom() throws Exception {
        assumeTrue(mayMount(), "A file system of its own, which is to fill up, cannot be mounted here");
        try (LedgerProcess ledger =
                LedgerProcess.startUnder("""
                    exec unshare -rm sh -c '
                        mount -t tmpfs -o size=8m ledger %1$s &&
                        head -c 1000000 /dev/zero > %1$s/ballast &&
                        exec "$@"' sh "$@"\
                    """.formatted(home), "--ledger.home=" + home, "--ledger.journal=none")) {
            int number = 0;
            HttpResponse<String> answer = ledger.post("/api/announcements?register=true", large(number));
            while (answer.statusCode() == 201) {
                number++;
                answer = ledger.post("/api/announcements?register=true", large(number));
            }
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(code(answer)).as(answer.body()).isEqualTo("log-unavailable");
            assertThat(detail(answer)).startsWith("Nothing was stored").contains("full");
            HttpResponse<String> health = ledger.get("/actuator/health");
            assertThat(health.statusCode()).as(health.body()).isEqualTo(503);
            assertThat(JSON.readTree(health.body())
                            .at("/components/log/details/appendsFail")
                            .asString())
                    .contains("full");
            assertThat(ledger.get("/api/events").body()).doesNotContain(title(number));

            Files.delete(ledger.itsOwn(home.resolve("ballast")));

            HttpResponse<String> again = ledger.post("/api/announcements?register=true", large(number));
            assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
            assertThat(ledger.get("/actuator/health").body()).doesNotContain("appendsFail");
            String events = ledger.get("/api/events").body();
            for (int each = 0; each <= number; each++) {
                assertThat(events).containsOnlyOnce(title(each));
            }
            assertThat(view(ledger, JSON.readTree(again.body()).path("position").asLong())
                            .at("/partners/0/roles/0/announcements"))
                    .hasSize(number + 1);
        }
    }

    /** Asks until the views have come as far. */
    private static JsonNode view(LedgerProcess ledger, long position) throws Exception {
        HttpResponse<String> answer;
        do {
            answer = ledger.get("/api/roster?subject=anthropic&minPosition=" + position);
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
        } while (answer.statusCode() == 503);
        return JSON.readTree(answer.body());
    }

    private static boolean mayMount() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-rm", "true").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    private static String title(int number) {
        return "\"title\":\"No. " + number + "\"";
    }

    @Test
    void aHomeThatIsAFileIsRefusedInALine() throws IOException {
        Path file = Files.createFile(home.resolve("file"));
        assertThatThrownBy(() -> LedgerProcess.start("--ledger.home=" + file))
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("\tat ");
    }

    @Test
    void aSecondProcessOnOneFileIsRefusedInALine() {
        try (RunningLedger first = RunningLedger.start("--ledger.home=" + home)) {
            assertThat(first.get("/api/projections").status()).isEqualTo(200);
            assertThatThrownBy(() -> LedgerProcess.start("--ledger.home=" + home))
                    .hasMessageContaining("ledger.db")
                    .hasMessageNotContaining("\tat ");
        }
    }

    private static String detail(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).path("detail").asString();
    }

    private static String code(HttpResponse<String> answer) {
        JsonNode problem = JSON.readTree(answer.body());
        return problem.path("code").asString();
    }

    private static String large(int number) {
        return SeveralNodesTest.announcement(number)
                .replace("named-reporting\"}", "named-reporting\",\"quote\":\"" + "x".repeat(450) + "\"}");
    }
}
