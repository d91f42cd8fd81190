package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger.Answer;
import io.partnerledger.capacity.CapacityAnswer;
import io.partnerledger.capacity.FindCapacity;
import io.partnerledger.standing.At;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Capacity, conflicts, coverage and flows, asked of the running program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalystQuestionsTest {

    private static final String CAPACITY = """
        {"kind":"capacity-announced","provider":"%s","customer":"anthropic","status":"contracted",\
        "quantity":{"qualifier":"at-least","value":"3.5","unit":"gw"},"products":["TPU"]}\
        """;
    private static final String COMMITMENT = """
        {"kind":"commitment-made","deal":"%1$s-%2$s","from":"%1$s","to":"%2$s","instrument":"equity",\
        "stage":"binding","amount":{"qualifier":"exact","value":"%3$s","currency":"USD"}}\
        """;

    @TempDir
    static Path home;

    private RunningLedger ledger;
    private String nvidia;

    @BeforeAll
    void start() {
        ledger = RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none");
        record("Broadcom", "2026-04-06", CAPACITY.formatted("broadcom"));
        record("Google", "2026-04-07", CAPACITY.formatted("google"));
        nvidia = record("Nvidia", "2025-09-22", COMMITMENT.formatted("nvidia", "openai", "100"));
        record("OpenAI", "2025-09-10", COMMITMENT.formatted("openai", "oracle", "300"));
        record("Oracle", "2025-05-23", COMMITMENT.formatted("oracle", "nvidia", "40"));
        record("The Paper", "2025-05-24", COMMITMENT.formatted("oracle", "nvidia", "50"));
    }

    @AfterAll
    void stop() {
        ledger.close();
    }

    @Test
    void capacityIsARowWithTheStatementThatCounts() {
        JsonNode row = get("/api/capacity?subject=google").path("rows").get(0);

        assertThat(row.path("provider").asString()).isEqualTo("google");
        assertThat(row.path("customer").asString()).isEqualTo("anthropic");
        assertThat(row.path("unit").asString()).isEqualTo("gw");
        assertThat(row.path("site").isNull()).isTrue();
        assertThat(row.path("products").toString()).isEqualTo("[\"TPU\"]");
        assertThat(row.path("status").asString()).isEqualTo("contracted");
        assertThat(row.path("quantity").path("value").asString()).isEqualTo("3.5");
        assertThat(row.path("openEnded").asBoolean()).isTrue();
        assertThat(row.path("statement").asInt()).isZero();
        assertThat(row.has("counted")).isFalse();
        assertThat(get("/api/capacity?subject=google&explain=true")
                        .path("rows")
                        .get(0)
                        .path("counted"))
                .hasSize(1);
    }

    @Test
    void aConflictIsSeenByEachProviderThatItIsToldOf() {
        for (String subject : List.of("google", "broadcom", "anthropic")) {
            JsonNode conflicts = get("/api/conflicts?subject=" + subject).path("conflicts");
            assertThat(conflicts).hasSize(1);
            assertThat(conflicts.get(0).path("type").asString()).isEqualTo("several-providers");
            assertThat(conflicts.get(0).path("sides").get(0).path("tier").asString())
                    .isEqualTo("named-reporting");
        }
        assertThat(get("/api/conflicts").path("conflicts")).hasSize(2);
    }

    @Test
    void moneyThatComesBackOverOthersIsACircleOfTheSubject() {
        JsonNode whole = get("/api/flows");
        JsonNode flows = get("/api/flows?subject=nvidia");

        assertThat(flows.path("edges")).hasSize(2);
        assertThat(flows.path("cycles")).hasSize(1);
        assertThat(flows.path("cycles").get(0).toString())
                .isEqualTo("{\"members\":[\"nvidia\",\"openai\",\"oracle\"],"
                        + "\"sizes\":[{\"currency\":\"USD\",\"amount\":\"50\"}],\"mayBeMore\":false}");
        assertThat(flows.path("nodes").findValuesAsString("id")).containsExactly("nvidia", "openai", "oracle");
        assertThat(flows.path("longest").asInt()).isEqualTo(6);
        assertThat(flows.path("complete").asBoolean()).isTrue();
        assertThat(whole.path("cycles").toString())
                .contains(flows.path("cycles").get(0).toString());
    }

    @Test
    void aCircleIsFollowedOverWhoWasMerged() {
        record("A", "2026-01-01", COMMITMENT.formatted("alpha", "beta-labs", "5"));
        record("B", "2026-01-02", COMMITMENT.formatted("beta", "gamma", "4"));
        record("C", "2026-01-03", COMMITMENT.formatted("gamma", "delta", "3"));
        record("D", "2026-01-04", COMMITMENT.formatted("delta", "epsilon", "2"));
        record("E", "2026-01-05", COMMITMENT.formatted("epsilon", "alpha", "1"));
        assertThat(get("/api/flows?subject=alpha").path("cycles")).isEmpty();
        Answer merged =
                ledger.post("/api/organizations/beta-labs/merge", "{\"into\":\"beta\",\"reason\":\"one company now\"}");
        assertThat(merged.status()).as(merged.text()).isLessThan(300);

        JsonNode flows = get("/api/flows?subject=alpha&minPosition="
                + merged.json().path("position").asLong());

        assertThat(flows.path("cycles")).hasSize(1);
        assertThat(flows.path("cycles").get(0).path("members").toString())
                .isEqualTo("[\"alpha\",\"beta\",\"gamma\",\"delta\",\"epsilon\"]");
    }

    @Test
    void aSourceThatCorroboratesCountsFromItsPositionOn() {
        JsonNode before = fact("nvidia-openai", "");
        long position = get("/api/coverage").path("position").asLong();
        Answer answer = ledger.post(
                "/api/announcements/" + nvidia + "/corroborations",
                "{\"source\":{\"publisher\":\"OpenAI\",\"title\":\"A letter\",\"tier\":\"company-statement\"}}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode after = fact(
                "nvidia-openai",
                "&minPosition=" + answer.json().path("position").asLong());

        assertThat(before.path("flags").toString()).isEqualTo("[\"single-source\"]");
        assertThat(after.path("flags")).isEmpty();
        assertThat(after.path("bestTier").asString()).isEqualTo("company-statement");
        assertThat(after.path("sources").findValuesAsString("word")).containsExactly("told", "corroborated");
        assertThat(fact("nvidia-openai", "&asOf=position:" + position)).isEqualTo(before);
    }

    @Test
    void anAnswerAboutOneDealSpeaksOfNoOther() {
        String both = record(
                "A",
                "2024-01-01",
                COMMITMENT.formatted("gives", "takes", "5") + "," + COMMITMENT.formatted("gives", "other", "7") + ","
                        + CAPACITY.formatted("gives").replace("}}", "},\"deal\":\"power-alone\"}"));
        record("B", "2024-01-02", COMMITMENT.formatted("gives", "takes", "5"));
        Answer retracted = ledger.post("/api/announcements/" + both + "/retraction", "{\"reason\":\"denied\"}");
        get("/api/totals?minPosition=" + retracted.json().path("position").asLong());

        JsonNode one = get("/api/deals/gives-takes?explain=true");
        assertThat(one.path("notCounted")).isEmpty();
        assertThat(one.path("deals").get(0).path("notCounted").findValuesAsString("statement"))
                .containsExactly("0");
        JsonNode gone = get("/api/deals/gives-other?explain=true");
        assertThat(gone.path("deals")).isEmpty();
        assertThat(gone.path("notCounted").findValuesAsString("amount")).containsExactly("7");
        assertThat(ledger.get("/api/deals/power-alone").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"capacity", "conflicts", "coverage", "flows"})
    void aPermalinkAnswersTheSame(String view) {
        for (String parameters : List.of("?explain=true", "?explain=true&subject=anthropic")) {
            Answer answer = ledger.get("/api/" + view + parameters);
            Answer cited = ledger.get(answer.json().path("permalink").asString());
            assertThat(cited.text().replaceFirst("\"asOf\":\"position:\\d+\"", "\"asOf\":null"))
                    .isEqualTo(answer.text());
        }
    }

    @Test
    void anUnknownSubjectIsNotFound() {
        for (String view : List.of("capacity", "conflicts", "coverage", "flows")) {
            assertThat(ledger.get("/api/" + view + "?subject=gogle").status()).isEqualTo(404);
        }
    }

    @Test
    void theGatewayAnswersAsHttpDoes() {
        CapacityAnswer answer = ledger.context()
                .getBean(QueryGateway.class)
                .query(new FindCapacity("anthropic", At.NOW, false), CapacityAnswer.class)
                .join();

        assertThat(answer.rows()).extracting(CapacityAnswer.Line::provider).containsExactly("broadcom", "google");
    }

    private JsonNode fact(String deal, String parameters) {
        return StreamSupport.stream(
                        get("/api/coverage?subject=openai" + parameters)
                                .path("facts")
                                .spliterator(),
                        false)
                .filter(fact -> fact.path("deal").asString().equals(deal))
                .findFirst()
                .orElseThrow();
    }

    private String record(String publisher, String on, String statement) {
        Answer answer = ledger.post("/api/announcements?register=true", """
            {"announcedOn":"%s","source":{"publisher":"%s","title":"News","tier":"named-reporting"},\
            "statements":[%s]}\
            """.formatted(on, publisher, statement));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        long position = answer.json().path("position").asLong();
        get("/api/totals?minPosition=" + position);
        return answer.json().path("id").asString();
    }

    private JsonNode get(String path) {
        Answer answer = ledger.get(path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }
}
