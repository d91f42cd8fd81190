package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.log.PostgresServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program is asked to end while clients record: each is told that its announcement is recorded, and then it is, or
 * that it is not, and then it is nowhere.
 */
class StoppedLedgerTest {

    private static final int CALLERS = 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path home;

    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> refusals = new ConcurrentSkipListSet<>();

    @Test
    void whatIsUnderWayIsAcknowledgedOrRefusedOnSqlite() throws Exception {
        stopWhileTheyRecord("--ledger.home=" + home, "--ledger.journal=none");
    }

    @Test
    void whatIsUnderWayIsAcknowledgedOrRefusedOnPostgres() throws Exception {
        stopWhileTheyRecord(
                "--ledger.home=" + home,
                "--ledger.journal=none",
                "--spring.profiles.active=postgres",
                "--ledger.postgres.url=" + PostgresServer.freshUrl(),
                "--ledger.postgres.user=postgres");
    }

    /** Were it cut off in the end, the last chunk of it would be missing. */
    @Test
    void whoFollowsTheLogIsToldThatItEnds() throws Exception {
        try (LedgerProcess ledger = LedgerProcess.start("--ledger.home=" + home, "--ledger.journal=none");
                InputStream log = ledger.following()) {
            assertThat(record(ledger)).isTrue();
            String begun = new String(log.readNBytes(":\n\nid:0\n".length()), StandardCharsets.UTF_8);

            ledger.terminate();

            assertThat(begun + new String(log.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith(":\n\nid:0\ndata:{")
                    .endsWith("\n\n");
            assertThat(ledger.end()).isEqualTo(143);
        }
    }

    /** Such as where the views cannot be written any more: the start tries again, and can be ended all the same. */
    @Test
    void aStartThatDoesNotComeToItsEndCanBeEnded() throws Exception {
        String[] options = {"--ledger.home=" + home, "--ledger.journal=none"};
        try (LedgerProcess ledger = LedgerProcess.start(options)) {
            assertThat(record(ledger)).isTrue();
        }
        addWhatNoViewCanRead();
        Process start = LedgerProcess.launch(List.of(), options);
        try (BufferedReader lines = start.inputReader()) {
            assertThat(lines.lines().anyMatch(line -> line.startsWith("Building the views:")))
                    .isTrue();

            start.toHandle().destroy();
            CompletableFuture<Void> ended = start.onExit()
                    .completeOnTimeout(start, 30, TimeUnit.SECONDS)
                    .thenAccept(Process::destroyForcibly);

            assertThat(lines.lines()).noneMatch(line -> line.contains("Page"));
            ended.join();
            assertThat(start.waitFor()).isEqualTo(143);
        } finally {
            start.toHandle().destroyForcibly();
        }
    }

    private void addWhatNoViewCanRead() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("ledger.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                INSERT INTO log_event
                SELECT position + 1, event_id || 'x', stream || 'x', 0, type, revision, recorded_at, metadata, '{'
                FROM log_event ORDER BY position DESC LIMIT 1\
                """);
        }
    }

    private void stopWhileTheyRecord(String... options) throws Exception {
        Semaphore answers = new Semaphore(0);
        try (LedgerProcess ledger = LedgerProcess.start(options);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            record(ledger);
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> {
                    while (record(ledger)) {
                        answers.release();
                    }
                });
            }
            answers.acquire(300);
            ledger.terminate();
            assertThat(ledger.end()).isEqualTo(143);
        }
        try (LedgerProcess again = LedgerProcess.start(options)) {
            Map<String, Long> recorded = again.get("/api/events")
                    .body()
                    .lines()
                    .map(JSON::readTree)
                    .filter(event -> event.path("type").asString().contains("announcement.recorded"))
                    .collect(Collectors.toMap(
                            event -> event.at("/data/source/title").asString(),
                            event -> event.path("position").asLong()));
            assertThat(recorded).containsAllEntriesOf(acknowledged);
            assertThat(recorded).doesNotContainKeys(refused.toArray(String[]::new));
            assertThat(refusals).isSubsetOf("503 log-unavailable", "503 service-unavailable");
            recorded.keySet().removeAll(acknowledged.keySet());
            assertThat(recorded.keySet()).as("recorded, and nobody told").isEmpty();
        }
    }

    /** Whether there is somebody to go on asking. */
    private boolean record(LedgerProcess ledger) {
        int number = numbers.incrementAndGet();
        String title = "No. " + number;
        try {
            HttpResponse<String> answer =
                    ledger.post("/api/announcements?register=true", SeveralNodesTest.announcement(number));
            JsonNode told = JSON.readTree(answer.body());
            if (answer.statusCode() == 201) {
                acknowledged.put(title, told.path("position").asLong());
            } else {
                refused.add(title);
                refusals.add(answer.statusCode() + " " + told.path("code").asString());
            }
            return true;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
