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

/** Links and merges that are asked for at once and together make a circle: one of them is taken. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksAtOnceTest {

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
                    .map(answer -> answer.status() == 200
                            ? "200"
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
