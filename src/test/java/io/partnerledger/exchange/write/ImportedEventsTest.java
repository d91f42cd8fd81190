package io.partnerledger.exchange.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger;
import io.partnerledger.RunningLedger.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events that go from one running ledger into another, and back. */
class ImportedEventsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OTHERS = ImportsTest.COMMITTED
            .replace("Deal", "Another deal")
            .replace("akamai-anthropic-2026", "openai-oracle-2026")
            .replace("Anthropic", "OpenAI")
            .replace("Akamai", "Oracle");
    private static final String CORRECTION = ImportsTest.COMMITTED
            .replaceAll(".*(\"statements\".*)", "{\"reason\":\"misread\",$1")
            .replace("\"100\"", "\"200\"");

    @TempDir
    Path home;

    private RunningLedger here;
    private RunningLedger there;

    @BeforeEach
    void start() {
        here = empty("here");
        there = empty("there");
        post(here, "/api/announcements?register=true", ImportsTest.COMMITTED);
        post(there, "/api/announcements?register=true", OTHERS);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void whatComesBackIsKnownAndWhatWasAddedThereIsRecorded() {
        enter(there, log(here));
        addAt(there);

        JsonNode back = enter(here, log(there));

        assertThat(back.path("alreadyRecorded").asInt()).isEqualTo(3);
        assertThat(back.path("recorded").asInt()).isEqualTo(5);
        assertThat(totals(here)).isEqualTo(totals(there)).contains("\"200\"", "\"30\"");
        assertThat(enter(here, log(there)).path("recorded").asInt()).isZero();
        assertThat(enter(there, log(here)).path("recorded").asInt()).isZero();
    }

    @Test
    void whatIsImportedAgainKeepsWhereItHappenedAtFirst() {
        enter(there, log(here), "X-Actor", "ann");
        try (RunningLedger third = empty("third")) {
            post(third, "/api/organizations", "{\"name\":\"Nvidia\"}");
            enter(third, log(there), "X-Actor", "ben");

            JsonNode first = last(log(here));
            JsonNode copy = last(log(third));
            assertThat(copy.path("originalid")).isEqualTo(first.path("id"));
            assertThat(copy.path("originalrecordedat")).isEqualTo(first.path("time"));
            assertThat(copy.path("originalactor")).isEqualTo(first.path("actor"));
            assertThat(enter(third, log(here)).path("recorded").asInt()).isZero();
            assertThat(enter(here, log(third)).path("recorded").asInt()).isEqualTo(4);
        }
    }

    @Test
    void anAnnouncementThatBearsAnotherIdThereComesBackToItsOwn() throws IOException {
        String log = log(here);
        String id = last(log).path("subject").asString().replace("announcement/", "");
        Path journal = Files.writeString(home.resolve("journal.ndjson"), log.replace(id, "by-hand"));
        try (RunningLedger byHand =
                RunningLedger.start("--ledger.home=" + home.resolve("by-hand"), "--ledger.journal=" + journal)) {
            enter(there, log(byHand));
            addAt(there);

            assertThat(enter(byHand, log(there)).path("recorded").asInt()).isEqualTo(5);
            assertThat(totals(byHand)).isEqualTo(totals(there));
            assertThat(byHand.get("/api/announcements/by-hand").header("ETag")).isEqualTo("\"2\"");
        }
    }

    @Test
    void whoWasRegisteredAlongWithAnImportedAnnouncementIsNotTakenForIt() {
        enter(there, last(log(here)).toString());
        try (RunningLedger third = empty("third")) {
            post(third, "/api/organizations", "{\"name\":\"Nvidia\"}");

            assertThat(enter(third, log(there)).path("recorded").asInt()).isEqualTo(6);
            assertThat(totals(third)).isEqualTo(totals(there));
        }
        assertThat(enter(here, log(there)).path("alreadyRecorded").asInt()).isEqualTo(3);
    }

    @Test
    void theIdOfAnEventIsNoOtherEvents() {
        String event = log(here).lines().findFirst().orElseThrow();
        String other = event.replace("anthropic", "elsewhere").replace("Anthropic", "Elsewhere");

        Answer ofOneHere = send(here, other);
        Answer ofAnEarlierLine = send(there, event + "\n" + other);
        enter(there, log(here));
        Answer ofOneImported = send(there, other);

        for (Answer refused : List.of(ofOneHere, ofAnEarlierLine, ofOneImported)) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.json().at("/errors")).hasSize(1);
            assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/id");
            assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("id-taken");
            assertThat(refused.json().at("/errors/0/detail").asString()).contains("organization/elsewhere");
        }
    }

    private RunningLedger empty(String name) {
        return RunningLedger.start("--ledger.home=" + home.resolve(name), "--ledger.journal=none");
    }

    /** Corrects the commitment that came from elsewhere, and has some of it paid. */
    private static void addAt(RunningLedger ledger) {
        String announcement = log(ledger)
                .lines()
                .filter(line -> line.contains("akamai-anthropic-2026"))
                .map(line -> JSON.readTree(line).path("subject").asString().replace("announcement/", ""))
                .findFirst()
                .orElseThrow();
        post(ledger, "/api/announcements/" + announcement + "/corrections", CORRECTION);
        post(ledger, "/api/announcements", ImportsTest.PAID);
    }

    private static void post(RunningLedger ledger, String path, String body) {
        Answer answer = ledger.post(path, body);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    }

    private static JsonNode enter(RunningLedger ledger, String lines, String... headers) {
        Answer answer = send(ledger, lines, headers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static Answer send(RunningLedger ledger, String lines, String... headers) {
        return ledger.send(ledger.request("/api/imports?register=true", headers)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build());
    }

    private static String log(RunningLedger ledger) {
        return ledger.get("/api/events").text();
    }

    private static JsonNode last(String log) {
        return JSON.readTree(log.lines().toList().getLast());
    }

    private static String totals(RunningLedger ledger) {
        long position = log(ledger).lines().count() - 1;
        return ledger.get("/api/totals?minPosition=" + position)
                .json()
                .path("rows")
                .toString();
    }
}
