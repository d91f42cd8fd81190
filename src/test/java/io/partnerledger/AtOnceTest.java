package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for at once: of two that cannot both be, one is taken, and where they can, both are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AtOnceTest {

    private static final int ROUNDS = 10;

    @TempDir
    static Path home;

    private RunningLedger ledger;

    @BeforeAll
    void start() {
        ledger = RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none");
    }

    @AfterAll
    void stop() {
        ledger.close();
    }

    @Test
    void ofTwoLinksToOneAnotherOneIsTaken() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String one = announcement(round, "One");
            String other = announcement(round, "Other");
            assertThat(atOnce(
                            "/api/announcements/" + one + "/duplicate",
                            "{\"duplicateOf\":\"" + other + "\",\"reason\":\"x\"}",
                            "/api/announcements/" + other + "/duplicate",
                            "{\"duplicateOf\":\"" + one + "\",\"reason\":\"x\"}"))
                    .containsExactlyInAnyOrder("200", "duplicate-circle");
        }
    }

    @Test
    void ofTwoMergesIntoOneAnotherOneIsTaken() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String one = organization("one" + round);
            String other = organization("other" + round);
            assertThat(atOnce(
                            "/api/organizations/" + one + "/merge",
                            "{\"into\":\"" + other + "\",\"reason\":\"x\"}",
                            "/api/organizations/" + other + "/merge",
                            "{\"into\":\"" + one + "\",\"reason\":\"x\"}"))
                    .containsExactlyInAnyOrder("200", "merge-circle");
        }
    }

    @Test
    void ofTwoThatRegisterOneNameBothAreRecorded() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String path = "/api/announcements?register=true";
            assertThat(atOnce(path, newcomer(round, "One"), path, newcomer(round, "Other")))
                    .containsExactly("201", "201");
        }
    }

    private static String newcomer(int round, String title) {
        return """
            {"announcedOn":"2026-05-07","source":{"publisher":"The Paper","title":"%s %d","tier":"named-reporting"},
            "statements":[{"kind":"partner-added","subject":"Newcomer %2$d","partner":"Partner %2$d","roles":["investor"]}]}\
            """.formatted(title, round);
    }

    private List<String> atOnce(String path, String body, String otherPath, String otherBody) throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> one = executor.submit(() -> {
                both.await();
                return ledger.post(path, body);
            });
            Future<Answer> other = executor.submit(() -> {
                both.await();
                return ledger.post(otherPath, otherBody);
            });
            return Stream.of(one.get(), other.get())
                    .map(answer -> answer.status() < 300
                            ? String.valueOf(answer.status())
                            : answer.json().path("code").asString())
                    .toList();
        }
    }

    private String organization(String id) {
        String body = "{\"id\":\"%1$s\",\"name\":\"%1$s\"}".formatted(id);
        assertThat(ledger.post("/api/organizations", body).status()).isEqualTo(201);
        return id;
    }

    private String announcement(int round, String title) {
        Answer answer = ledger.post("/api/announcements?register=true", """
            {"announcedOn":"2026-05-07","source":{"publisher":"The Paper","title":"%s %d","tier":"named-reporting"},
            "statements":[{"kind":"partner-added","subject":"anthropic","partner":"amazon","roles":["investor"]}]}\
            """.formatted(title, round));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }
}
