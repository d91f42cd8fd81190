package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.log.PostgresServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program is killed again and again while it records, imports and rebuilds; what it acknowledged is there every
 * time, an import is there whole or not at all, and the views are those that the log gives. {@code
 * -Dledger.kill.rounds=50} kills more often, {@code -Dledger.kill.seed} draws the same points again.
 */
class KilledLedgerTest {

    private static final int ROUNDS = Integer.getInteger("ledger.kill.rounds", 3);
    private static final long SEED = Long.getLong("ledger.kill.seed", System.nanoTime());
    private static final int CALLERS = 4;
    private static final int LINES = 40;
    /** So nobody waits for answers that do not come any more. */
    private static final int ENOUGH = 1000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path home;

    private final Random random = new Random(SEED);
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final List<List<Integer>> imports = new ArrayList<>();
    private final Set<Integer> acknowledgedImports = ConcurrentHashMap.newKeySet();

    /** What the program is at when it is killed. */
    private enum Work {
        RECORDING,
        IMPORTING,
        REBUILDING
    }

    @Test
    void nothingAcknowledgedIsLostAndNoViewIsHalfOnSqlite() throws Exception {
        killAgainAndAgain("--ledger.home=" + home, "--ledger.journal=none");
    }

    @Test
    void nothingAcknowledgedIsLostAndNoViewIsHalfOnPostgres() throws Exception {
        killAgainAndAgain(
                "--ledger.home=" + home,
                "--ledger.journal=none",
                "--spring.profiles.active=postgres",
                "--ledger.postgres.url=" + PostgresServer.freshUrl(),
                "--ledger.postgres.user=postgres");
    }

    private void killAgainAndAgain(String... options) throws Exception {
        LedgerProcess ledger = LedgerProcess.start(options);
        try {
            bringLines(ledger, 3000);
            for (int round = 0; round < ROUNDS; round++) {
                Work work = Work.values()[round % Work.values().length];
                switch (work) {
                    case RECORDING -> recordUntilKilled(ledger);
                    case IMPORTING -> importUntilKilled(ledger);
                    case REBUILDING -> rebuildUntilKilled(ledger);
                }
                ledger.close();
                ledger = LedgerProcess.start(options);
                assertThatAllIsThere(ledger, "seed %d, round %d, %s".formatted(SEED, round, work));
            }
        } finally {
            ledger.close();
        }
    }

    private void bringLines(LedgerProcess ledger, int count) throws IOException, InterruptedException {
        List<Integer> lines = IntStream.range(0, count)
                .map(_ -> numbers.incrementAndGet())
                .boxed()
                .toList();
        imports.add(lines);
        HttpResponse<String> answer = ledger.post("/api/imports?register=true", "application/x-ndjson", body(lines));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        acknowledgedImports.add(imports.size() - 1);
    }

    private void recordUntilKilled(LedgerProcess ledger) throws InterruptedException {
        Semaphore answers = new Semaphore(0);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> record(ledger, answers));
            }
            answers.acquire(1 + random.nextInt(150));
            LockSupport.parkNanos(random.nextInt(3_000_000));
            ledger.kill();
        }
    }

    private void record(LedgerProcess ledger, Semaphore answers) {
        try {
            while (true) {
                HttpResponse<String> answer =
                        ledger.post("/api/announcements?register=true", body(List.of(numbers.incrementAndGet())));
                if (answer.statusCode() == 201) {
                    JsonNode receipt = JSON.readTree(answer.body());
                    acknowledged.put(
                            receipt.path("id").asString(),
                            receipt.path("position").asLong());
                }
                answers.release();
            }
        } catch (IOException _) {
            // The program is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            answers.release(ENOUGH);
        }
    }

    private void importUntilKilled(LedgerProcess ledger) throws Exception {
        Semaphore answers = new Semaphore(0);
        try (ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> importing = caller.submit(() -> bringLinesUntilKilled(ledger, answers));
            answers.acquire(1 + random.nextInt(5));
            LockSupport.parkNanos(random.nextInt(60_000_000));
            ledger.kill();
            assertThat(importing.get()).isPositive();
        }
    }

    /** Answers how often it could. */
    private int bringLinesUntilKilled(LedgerProcess ledger, Semaphore answers) throws InterruptedException {
        int brought = 0;
        try {
            while (true) {
                bringLines(ledger, LINES);
                brought++;
                answers.release();
            }
        } catch (IOException _) {
            return brought;
        } finally {
            answers.release(ENOUGH);
        }
    }

    private void rebuildUntilKilled(LedgerProcess ledger) throws IOException, InterruptedException {
        assertThat(ledger.post("/api/projections/standing/rebuild", "{}").statusCode())
                .isEqualTo(202);
        LockSupport.parkNanos(random.nextInt(600_000_000));
        ledger.kill();
    }

    private void assertThatAllIsThere(LedgerProcess ledger, String where) throws IOException, InterruptedException {
        List<JsonNode> events =
                ledger.get("/api/events").body().lines().map(JSON::readTree).toList();
        Map<String, Long> recorded = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            JsonNode event = events.get(i);
            assertThat(event.path("position").asLong()).as(where).isEqualTo(i);
            if (event.path("type").asString().contains("announcement.recorded")) {
                recorded.put(event.at("/data/source/title").asString(), (long) i);
                Long position = acknowledged.get(event.at("/data/announcement").asString());
                assertThat(position == null || position == i).as(where).isTrue();
            }
        }
        assertThat(events.stream()
                        .map(event -> event.at("/data/announcement").asString())
                        .collect(Collectors.toSet()))
                .as(where)
                .containsAll(acknowledged.keySet());
        for (int i = 0; i < imports.size(); i++) {
            long there = imports.get(i).stream()
                    .filter(number -> recorded.containsKey("No. " + number))
                    .count();
            long whole = imports.get(i).size();
            assertThat(there).as(where).isIn(acknowledgedImports.contains(i) ? List.of(whole) : List.of(0L, whole));
        }
        assertThatTheViewsAreThoseOfTheLog(ledger, recorded.size(), where);
    }

    private static void assertThatTheViewsAreThoseOfTheLog(LedgerProcess ledger, int announcements, String where)
            throws IOException, InterruptedException {
        JsonNode roster =
                JSON.readTree(ledger.get("/api/roster?subject=anthropic").body());
        assertThat(roster.at("/partners/0/roles/0/announcements")).as(where).hasSize(announcements);
        JsonNode left =
                JSON.readTree(ledger.get("/api/projections/standing/rebuild").body());
        assertThat(left.path("state").asString("none")).as(where).isIn("none", "interrupted", "done");
        assertThat(ledger.post("/api/projections/standing/rebuild", "{}").statusCode())
                .isEqualTo(202);
        JsonNode progress = JSON.createObjectNode();
        while (!List.of("done", "failed").contains(progress.path("state").asString(""))) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            progress = JSON.readTree(
                    ledger.get("/api/projections/standing/rebuild").body());
        }
        assertThat(progress.at("/difference/same").asBoolean())
                .as(where + ": " + progress)
                .isTrue();
        if (left.path("state").asString("none").equals("interrupted")) {
            assertThat(progress.path("resumedFrom").asLong())
                    .as(where)
                    .isEqualTo(left.path("done").asLong());
        }
    }

    private static String body(List<Integer> numbers) {
        return numbers.stream()
                .map(number -> SeveralNodesTest.announcement(number).replace("\n", " "))
                .collect(Collectors.joining("\n"));
    }
}
