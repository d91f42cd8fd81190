package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger.Answer;
import io.partnerledger.log.PostgresServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** PostgreSQL is restarted, as if its machine had lost power, while clients record. */
class PostgresRestartTest {

    private static final int CALLERS = 8;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path home;

    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> refusals = new ConcurrentSkipListSet<>();
    private final Semaphore answers = new Semaphore(0);
    private final CountDownLatch enough = new CountDownLatch(1);

    @Test
    void whatWasAcknowledgedIsThereAndRecordingGoesOnWithoutARestartOfTheLedger() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                RunningLedger ledger = RunningLedger.start(
                        "--ledger.home=" + home,
                        "--ledger.journal=none",
                        "--spring.profiles.active=postgres",
                        "--ledger.postgres.url=" + server.getJdbcUrl("postgres", "postgres"),
                        "--ledger.postgres.user=postgres");
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            // So that the callers do not all register the organizations at once.
            assertThat(ledger.post("/api/announcements?register=true", SeveralNodesTest.announcement(0))
                            .status())
                    .isEqualTo(201);
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                working.add(callers.submit(() -> record(ledger)));
            }
            for (int restarts = 0; restarts < 2; restarts++) {
                answers.acquire(100);
                PostgresServer.restart(server);
                answers.drainPermits();
                answers.acquire(100);
            }
            enough.countDown();
            for (Future<?> caller : working) {
                caller.get();
            }

            assertThat(refusals)
                    .isSubsetOf(
                            "500 outcome-unknown", "503 log-unavailable", "503 views-unavailable", "503 view-behind");
            assertThatEachIsThereOnce(ledger);
        }
    }

    /** Each caller asks again with the same key until it is told that its announcement is recorded. */
    private void record(RunningLedger ledger) {
        while (enough.getCount() > 0) {
            int number = numbers.incrementAndGet();
            Answer answer;
            do {
                answer = ledger.post(
                        "/api/announcements?register=true",
                        SeveralNodesTest.announcement(number),
                        "Idempotency-Key",
                        "k" + number);
                if (answer.status() != 201) {
                    refusals.add(
                            answer.status() + " " + answer.json().path("code").asString());
                }
            } while (answer.status() != 201);
            acknowledged.put("No. " + number, answer.json().path("position").asLong());
            answers.release();
        }
    }

    private void assertThatEachIsThereOnce(RunningLedger ledger) {
        Map<String, Long> recorded = new TreeMap<>();
        long last = -1;
        for (String line : ledger.get("/api/events").text().lines().toList()) {
            JsonNode event = JSON.readTree(line);
            last++;
            assertThat(event.path("position").asLong()).isEqualTo(last);
            if (event.path("type").asString().contains("announcement.recorded")) {
                assertThat(recorded.put(event.at("/data/source/title").asString(), last))
                        .isNull();
            }
        }
        assertThat(recorded.remove("No. 0")).isNotNull();
        assertThat(recorded).containsExactlyInAnyOrderEntriesOf(acknowledged);
        Answer roster = ledger.get("/api/roster?subject=anthropic&minPosition=" + last);
        assertThat(roster.json().at("/partners/0/roles/0/announcements")).hasSize(recorded.size() + 1);
    }
}
