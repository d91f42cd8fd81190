package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What is asked for at once: of two that cannot both be, one is taken, and where they can, both are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AtOnceScenario {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ROUNDS = 10;
    private static final String RECORD = "/api/announcements?register=true";

    @TempDir
    static Path home;

    private RunningLedger one;
    private RunningLedger other;

    /** A node of the ledger, or the same as before where it has only one. */
    abstract RunningLedger node(Path home);

    @BeforeAll
    void start() {
        one = node(home.resolve("one"));
        other = node(home.resolve("other"));
    }

    @AfterAll
    void stop() {
        one.close();
        other.close();
    }

    @Test
    void ofTwoLinksToOneAnotherOneIsTaken() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String first = announcement(round, "One");
            String second = announcement(round, "Other");
            assertThat(atOnce(
                            "/api/announcements/" + first + "/duplicate",
                            "{\"duplicateOf\":\"" + second + "\",\"reason\":\"x\"}",
                            "/api/announcements/" + second + "/duplicate",
                            "{\"duplicateOf\":\"" + first + "\",\"reason\":\"x\"}"))
                    .containsExactlyInAnyOrder("200", "duplicate-circle");
        }
    }

    @Test
    void ofTwoMergesIntoOneAnotherOneIsTaken() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String first = organization("one" + round);
            String second = organization("other" + round);
            assertThat(atOnce(
                            "/api/organizations/" + first + "/merge",
                            "{\"into\":\"" + second + "\",\"reason\":\"x\"}",
                            "/api/organizations/" + second + "/merge",
                            "{\"into\":\"" + first + "\",\"reason\":\"x\"}"))
                    .containsExactlyInAnyOrder("200", "merge-circle");
        }
    }

    @Test
    void ofTwoMergesIntoOneAnotherOneIsTakenAlsoIfItIsImported() throws Exception {
        String from = organization("exported-from");
        String into = organization("exported-into");
        one.post("/api/organizations/" + from + "/merge", "{\"into\":\"" + into + "\",\"reason\":\"x\"}");
        String exported = one.get("/api/events")
                .text()
                .lines()
                .filter(line -> line.contains("/" + from + "\"") && line.contains("organization.merged"))
                .findFirst()
                .orElseThrow();
        String id = JSON.readTree(exported).path("id").asString();
        for (int round = 0; round < ROUNDS; round++) {
            String first = organization("imported" + round);
            String second = organization("merged" + round);
            String line = exported.replace(from, first)
                    .replace(into, second)
                    .replace(id, UUID.randomUUID().toString());
            assertThat(told(bothAtOnce(
                            () -> importing(line),
                            () -> other.post(
                                    "/api/organizations/" + second + "/merge",
                                    "{\"into\":\"" + first + "\",\"reason\":\"x\"}"))))
                    .containsExactlyInAnyOrder("200", "merge-circle");
        }
    }

    private Answer importing(String lines, String... headers) {
        return one.send(one.request("/api/imports?register=true", headers)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build());
    }

    @Test
    void ofTwoThatRegisterTheSameNamesBothAreRecorded() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(atOnce(
                            RECORD,
                            newcomers("One " + round, "Here " + round, "There " + round),
                            RECORD,
                            newcomers("Other " + round, "There " + round, "Here " + round)))
                    .containsExactly("201", "201");
        }
    }

    @Test
    void whoRegistersANameThatIsTakenMeanwhileMeansWhoHasIt() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String id = organization("known" + round);
            String name = "Later " + round;
            List<String> answers = atOnce(
                    RECORD,
                    newcomers("Taken " + round, name, "Anthropic"),
                    "/api/organizations/" + id + "/aliases",
                    "{\"alias\":\"" + name + "\"}");
            assertThat(answers.getFirst()).isEqualTo("201");
            assertThat(answers.getLast()).isIn("200", "name-taken");
        }
    }

    @Test
    void ofTwoThatHaveSeenTheSameRevisionOneIsTooLate() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String path = "/api/announcements/" + announcement(round, "Seen") + "/corrections";
            assertThat(told(bothAtOnce(
                            () -> one.post(path, correction("2026-05-01"), "If-Match", "\"1\""),
                            () -> other.post(path, correction("2026-05-02"), "If-Match", "\"1\""))))
                    .containsExactlyInAnyOrder("200", "stale-revision");
        }
    }

    @Test
    void whoSendsOneRequestTwiceHasOneAnswer() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String announcement = announcement(round, "Twice");
            String original = announcement(round, "Original");
            String from = organization("from" + round);
            String into = organization("into" + round);
            assertOneAnswer("/api/announcements/" + announcement + "/corrections", correction("2026-05-03"));
            assertOneAnswer(
                    "/api/announcements/" + announcement + "/duplicate",
                    "{\"duplicateOf\":\"" + original + "\",\"reason\":\"x\"}");
            assertOneAnswer("/api/organizations/" + from + "/merge", "{\"into\":\"" + into + "\",\"reason\":\"x\"}");
            assertOneAnswer("/api/imports?register=true", newcomers("Import " + round, "Anthropic", "Amazon"));
        }
    }

    private void assertOneAnswer(String path, String body) throws Exception {
        String[] key = {"Idempotency-Key", "key " + body.hashCode()};
        List<Answer> answers = bothAtOnce(() -> one.post(path, body, key), () -> other.post(path, body, key));
        assertThat(told(answers)).as(path).containsAnyOf("200").isSubsetOf("200", "in-flight");
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .map(Answer::text)
                        .distinct())
                .as(path)
                .hasSize(1);
    }

    @Test
    void anImportAndOthersThatRecordTheSameAddUp() throws Exception {
        List<String> lines = IntStream.range(0, 100)
                .mapToObj(line ->
                        newcomers("Line " + line, "Import " + line, "Common").replace("\n", " "))
                .toList();
        Callable<Answer> importing = () -> importing(String.join("\n", lines), "Idempotency-Key", "lines");
        List<Answer> answers = bothAtOnce(importing, () -> {
            for (String line : lines.reversed()) {
                assertThat(other.post(RECORD, line).status()).isIn(201, 409);
            }
            return other.get("/api/log");
        });
        Answer imported = answers.getFirst();
        assertThat(imported.status()).as(imported.text()).isEqualTo(200);
        assertThat(imported.json().path("recorded").asInt()
                        + imported.json().path("alreadyRecorded").asInt())
                .isEqualTo(lines.size());
        assertThat(importing.call().text()).isEqualTo(imported.text());
        assertThat(one.get("/api/events").text().lines().filter(event -> event.contains("\"title\":\"Line ")))
                .hasSameSizeAs(lines);
    }

    @Test
    void aDryRunIsNotHeldUpByOthersWhoRegisterTheSame() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(atOnce(
                            "/api/imports?dryRun=true&register=true",
                            newcomers("Tried " + round, "Dry " + round, "Run " + round),
                            RECORD,
                            newcomers("Recorded " + round, "Run " + round, "Dry " + round)))
                    .containsExactly("200", "201");
        }
    }

    private static String newcomers(String title, String subject, String partner) {
        return """
            {"announcedOn":"2026-05-07","source":{"publisher":"The Paper","title":"%s","tier":"named-reporting"},
            "statements":[{"kind":"partner-added","subject":"%s","partner":"%s","roles":["investor"]}]}\
            """.formatted(title, subject, partner);
    }

    private static String correction(String day) {
        return "{\"reason\":\"x\",\"announcedOn\":\"" + day + "\"}";
    }

    private List<String> atOnce(String path, String body, String otherPath, String otherBody) throws Exception {
        return told(bothAtOnce(() -> one.post(path, body), () -> other.post(otherPath, otherBody)));
    }

    private static List<String> told(List<Answer> answers) {
        return answers.stream()
                .map(answer -> answer.status() < 300
                        ? String.valueOf(answer.status())
                        : answer.json().path("code").asString())
                .toList();
    }

    private static List<Answer> bothAtOnce(Callable<Answer> one, Callable<Answer> other) throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> asked = Stream.of(one, other)
                    .map(question -> executor.submit(() -> {
                        both.await();
                        return question.call();
                    }))
                    .toList();
            return List.of(asked.getFirst().get(), asked.getLast().get());
        }
    }

    private String organization(String id) {
        String body = "{\"id\":\"%1$s\",\"name\":\"%1$s\"}".formatted(id);
        assertThat(one.post("/api/organizations", body).status()).isEqualTo(201);
        return id;
    }

    private String announcement(int round, String title) {
        Answer answer = one.post(RECORD, newcomers(title + " " + round, "Anthropic", "Amazon"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }
}
