package io.partnerledger.exchange.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger;
import io.partnerledger.RunningLedger.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports through the API of a running ledger. */
class ImportsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ADDED = """
        {"announcedOn":"2026-05-08","source":{"publisher":"The Paper","title":"Akamai","tier":"named-reporting"},\
        "statements":[{"kind":"partner-added","subject":"Anthropic","partner":"Akamai","roles":["cloud-provider"]}]}\
        """;
    static final String COMMITTED = """
        {"announcedOn":"2026-05-09","source":{"publisher":"The Paper","title":"Deal","tier":"named-reporting"},\
        "statements":[{"kind":"commitment-made","deal":"akamai-anthropic-2026","from":"Anthropic","to":"Akamai",\
        "instrument":"purchase","stage":"binding","amount":{"qualifier":"exact","value":"100","currency":"USD"}}]}\
        """;
    static final String PAID = """
        {"announcedOn":"2026-05-10","source":{"publisher":"The Paper","title":"Paid","tier":"named-reporting"},\
        "statements":[{"kind":"tranche-paid","deal":"akamai-anthropic-2026",\
        "amount":{"qualifier":"exact","value":"30","currency":"USD"}}]}\
        """;

    @TempDir
    Path home;

    private RunningLedger ledger;

    @BeforeEach
    void starts() {
        ledger = RunningLedger.start("--ledger.home=" + home.resolve("a"), "--ledger.journal=none");
    }

    @AfterEach
    void ends() {
        ledger.close();
    }

    private static Answer send(RunningLedger to, String parameters, String type, String body, String... headers) {
        return to.send(to.request("/api/imports" + parameters, headers)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private Answer lines(String parameters, String body, String... headers) {
        return send(ledger, parameters, "application/x-ndjson", body, headers);
    }

    private static JsonNode lastLine(String lines) {
        return JSON.readTree(lines.lines().toList().getLast());
    }

    private long events() {
        return ledger.get("/api/events").text().lines().count();
    }

    @Test
    void aDryRunOfOneAnnouncementShowsTheRowsThatItWouldChangeAndStoresNothing() {
        ledger.post("/api/announcements?register=true", ADDED);
        ledger.post("/api/announcements?register=true", COMMITTED);
        long before = events();

        JsonNode report = send(ledger, "?dryRun=true", "application/json", PAID).json();

        assertThat(report.path("dryRun").asBoolean()).isTrue();
        assertThat(report.path("recorded").asInt()).isOne();
        assertThat(report.at("/items/0/id").asString()).startsWith("a20260510-");
        assertThat(report.at("/changes/roster")).isEmpty();
        assertThat(report.at("/changes/totals")).hasSize(1);
        assertThat(report.at("/changes/totals/0/before/outstanding").asString()).isEqualTo("100");
        assertThat(report.at("/changes/totals/0/after/outstanding").asString()).isEqualTo("70");
        assertThat(report.at("/changes/totals/0/after/paid").asString()).isEqualTo("30");
        assertThat(events()).isEqualTo(before);
        assertThat(ledger.get("/api/totals?subject=akamai")
                        .json()
                        .at("/rows/0/paid")
                        .asString())
                .isEqualTo("0");
    }

    @Test
    void whatComesToNothingHidesNothingFromAQuestionAboutEveryone() {
        for (String body : List.of(ADDED, COMMITTED)) {
            Answer recorded = ledger.post("/api/announcements?register=true", body);
            String position = recorded.json().path("position").toString();
            assertThat(ledger.get("/api/roster?subject=anthropic&minPosition=" + position)
                            .status())
                    .isEqualTo(200);
        }
        lines("?dryRun=true", "nonsense");
        assertThat(ledger.get("/api/totals").json().path("rows")).hasSize(1);
        assertThat(ledger.get("/api/exports/hledger").text()).contains("outstanding:anthropic:akamai:purchase");
    }

    @Test
    void aDryRunNamesWhatIsUnknownAndEachFaultByItsLine() {
        String negative = COMMITTED.replace("\"100\"", "\"-100\"");

        JsonNode report = lines("?dryRun=true", ADDED + "\n\n" + negative + "\nnonsense\n")
                .json();

        assertThat(report.path("refused").asInt()).isEqualTo(3);
        assertThat(report.at("/items/0/line").asInt()).isOne();
        assertThat(report.at("/items/0/outcome").asString()).isEqualTo("refused");
        assertThat(report.at("/items/0/errors/0/code").asString()).isEqualTo("unknown-organization");
        assertThat(report.at("/items/0/errors/0/pointer").asString()).isEqualTo("/statements/0/subject");
        assertThat(report.at("/items/1/line").asInt()).isEqualTo(3);
        assertThat(report.at("/items/1/errors/0/code").asString()).isEqualTo("negative-amount");
        assertThat(report.at("/items/2/line").asInt()).isEqualTo(4);
        assertThat(report.at("/items/2/errors/0/code").asString()).isEqualTo("malformed-json");
        assertThat(report.at("/unknownOrganizations")).hasSize(2);
        assertThat(report.at("/unknownOrganizations/0/name").asString()).isEqualTo("Anthropic");
    }

    @Test
    void whatOneLineDoesTheNextOneSees() {
        JsonNode tried = lines("?dryRun=true&register=true", ADDED + "\n" + COMMITTED + "\n" + PAID + "\n" + ADDED)
                .json();
        assertThat(tried.path("recorded").asInt()).isEqualTo(3);
        assertThat(tried.path("alreadyRecorded").asInt()).isOne();
        assertThat(tried.path("organizations")).hasSize(2);
        assertThat(tried.at("/changes/roster/0/before").isNull()).isTrue();
        assertThat(tried.at("/changes/roster/0/after/0/role").asString()).isEqualTo("cloud-provider");
        assertThat(tried.at("/changes/totals/0/before").isNull()).isTrue();
        assertThat(tried.at("/changes/totals/0/after/committed").asString()).isEqualTo("100");
        assertThat(events()).isZero();

        JsonNode done = lines("?register=true", ADDED + "\n" + COMMITTED + "\n" + PAID + "\n" + ADDED)
                .json();
        assertThat(done.path("recorded").asInt()).isEqualTo(3);
        assertThat(done.path("events").asInt()).isEqualTo(5);
        assertThat(done.path("position").asLong()).isEqualTo(4);
        assertThat(ledger.get("/api/totals?subject=akamai&minPosition=4")
                        .json()
                        .at("/rows/0/paid")
                        .asString())
                .isEqualTo("30");
    }

    @Test
    void anImportWithOneRefusedLineStoresNothing() {
        Answer answer = lines("", ADDED);
        assertThat(answer.status()).isEqualTo(422);

        answer = lines("?register=true", ADDED + "\n" + COMMITTED.replace("binding", "sworn"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/errors/0/line").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/statements/0/stage");
        assertThat(events()).isZero();
    }

    @Test
    void aRefusedLineTakesItsRegistrationsBack() {
        String sameParty = ADDED.replace("\"Akamai\",\"roles", "\"Anthropic\",\"roles");

        JsonNode report =
                lines("?dryRun=true&register=true", sameParty + "\n" + ADDED).json();

        assertThat(report.path("refused").asInt()).isOne();
        assertThat(report.path("recorded").asInt()).isOne();
        assertThat(report.path("organizations")).hasSize(2);
    }

    @Test
    void anAnnouncementOfWhomNobodyCanBeRegisteredIsRefusedAndNeverTakenForRecorded() {
        ledger.post("/api/organizations", "{\"id\":\"corp\",\"name\":\"トヨタ Corp\"}");
        String other = ADDED.replace("\"Akamai\",\"roles", "\"ソニー Corp\",\"roles");

        JsonNode tried =
                lines("?dryRun=true&register=true", other + "\n" + ADDED).json();
        Answer refused = lines("?register=true", other + "\n" + ADDED);

        assertThat(tried.path("alreadyRecorded").asInt()).isZero();
        assertThat(tried.path("recorded").asInt()).isOne();
        assertThat(refused.status()).isEqualTo(422);
        for (JsonNode error :
                List.of(tried.at("/items/0/errors/0"), refused.json().at("/errors/0"))) {
            assertThat(error.path("code").asString()).isEqualTo("name-taken");
            assertThat(error.path("pointer").asString()).isEqualTo("/statements/0/partner");
            assertThat(error.path("detail").asString()).contains("POST /api/organizations", "write corp if");
        }
        assertThat(events()).isOne();
    }

    @Test
    void anAnnouncementMaySpeakOfSpecversion() {
        String titled =
                ADDED.replace("\"title\":\"Akamai\"", "\"title\":\"specversion\",\"quote\":\"\\\"specversion\\\"\"");

        JsonNode report = lines("?register=true", "\uFEFF" + titled).json();

        assertThat(report.path("recorded").asInt()).as(report.toString()).isOne();
    }

    @Test
    void anEventIsKnownByWhatItsKeysSpellWhateverStandsBeforeThem() {
        ledger.post("/api/announcements?register=true", ADDED);
        String log = ledger.get("/api/events").text();
        String escaped = log.replace("{\"specversion\"", " {\"s\\u0070ecversion\"");
        String late = log.replace("{\"specversion\":\"1.0\",", "{").replaceAll("}\n", ",\"specversion\":\"1.0\"}\n");

        for (String sent : List.of("\uFEFF" + log, "\uFEFF" + escaped, late)) {
            JsonNode report = lines("", sent).json();
            assertThat(report.path("alreadyRecorded").asInt())
                    .as(report.toString())
                    .isEqualTo(3);
        }
        assertThat(send(
                                ledger,
                                "",
                                "application/json",
                                "\uFEFF" + log.lines().findFirst().orElseThrow())
                        .json()
                        .path("alreadyRecorded")
                        .asInt())
                .isOne();
        assertThat(lines("?dryRun=true", "{\"specversion\":\"1.0\",")
                        .json()
                        .at("/items/0/errors/0/code")
                        .asString())
                .isEqualTo("malformed-json");
        assertThat(lines("?dryRun=true", "{\"specversion")
                        .json()
                        .at("/items/0/errors/0/code")
                        .asString())
                .isEqualTo("malformed-json");
    }

    @Test
    void theSameKeyAnswersTheSame() {
        String body = ADDED + "\n" + ADDED + "\n" + COMMITTED;
        Answer first = lines("?register=true", body, "Idempotency-Key", "one");
        assertThat(first.status()).as(first.text()).isEqualTo(200);

        assertThat(lines("?register=true", body, "Idempotency-Key", "one").text())
                .isEqualTo(first.text());
        String laidOutAnew = " " + body.replace("\":", "\" : ").replace("The Paper", "The\\u0020Paper") + "\r\n\n";
        assertThat(lines("?register=true", laidOutAnew, "Idempotency-Key", "one")
                        .text())
                .isEqualTo(first.text());
        assertThat(lines("?register=true", "\n" + body, "Idempotency-Key", "one")
                        .status())
                .as("its lines have other numbers")
                .isEqualTo(422);
        assertThat(lines("?register=true", PAID, "Idempotency-Key", "one").status())
                .isEqualTo(422);
        assertThat(lines("?register=true", PAID, "Idempotency-Key", "two").status())
                .isEqualTo(200);
        assertThat(events()).isEqualTo(5);
    }

    @Test
    void theLogOfOneLedgerIsEnteredAnewInAnotherOnceOnly() {
        String log;
        Map<String, String> expected;
        try (RunningLedger other = RunningLedger.start("--ledger.home=" + home.resolve("b"))) {
            log = other.get("/api/events").text();
            expected = figures(other);
            assertThat(send(other, "", "application/x-ndjson", log)
                            .json()
                            .path("alreadyRecorded")
                            .asInt())
                    .as("its own log")
                    .isEqualTo((int) log.lines().count());
        }
        ledger.post("/api/announcements?register=true", ADDED);
        JsonNode tried = lines("?dryRun=true", log).json();
        assertThat(tried.path("refused").asInt()).as(tried.toString()).isZero();

        Answer imported = lines("", log, "X-Actor", "ann");

        assertThat(imported.json().path("recorded").asInt())
                .isEqualTo(tried.path("recorded").asInt());
        JsonNode last = lastLine(ledger.get("/api/events").text());
        JsonNode original = lastLine(log);
        assertThat(last.path("actor").asString()).isEqualTo("ann");
        assertThat(last.path("originalid").asString())
                .isEqualTo(original.path("id").asString());
        assertThat(last.path("originalrecordedat").asString())
                .isEqualTo(original.path("time").asString());
        assertThat(figures(ledger)).containsAllEntriesOf(expected);
        long after = events();
        assertThat(lines("", log).json().path("recorded").asInt()).isZero();
        assertThat(events()).isEqualTo(after);
    }

    @Test
    void aPreviewIsWhatThenComes() {
        List<String> log;
        try (RunningLedger other = RunningLedger.start("--ledger.home=" + home.resolve("b"))) {
            log = other.get("/api/events").text().lines().toList();
        }
        int half = log.size() / 2;
        long reached = lines("", String.join("\n", log.subList(0, half)))
                .json()
                .path("position")
                .asLong();
        String rest = String.join("\n", log.subList(half, log.size()));
        JsonNode before =
                ledger.get("/api/totals?minPosition=" + reached).json().path("rows");

        JsonNode changes = lines("?dryRun=true", rest).json().at("/changes/totals");
        long position = lines("", rest).json().path("position").asLong();

        Map<String, String> expected = rows(before);
        changes.forEach(row -> {
            if (!row.path("before").isNull()) {
                assertThat(expected.remove(key(row.path("before")))).isEqualTo(figures(row.path("before")));
            }
            if (!row.path("after").isNull()) {
                expected.put(key(row.path("after")), figures(row.path("after")));
            }
        });
        assertThat(changes.size()).isGreaterThan(10);
        assertThat(rows(ledger.get("/api/totals?minPosition=" + position).json().path("rows")))
                .isEqualTo(expected);
    }

    @Test
    void aLedgerReadsBackWhatAnImportOfManyKnownLinesLeaves() throws IOException {
        ledger.post("/api/announcements?register=true", ADDED);
        String knownAndBlank = (ADDED + "\n\n").repeat(600);
        Answer imported = lines("?register=true", knownAndBlank + COMMITTED, "Idempotency-Key", "many");
        assertThat(imported.json().path("alreadyRecorded").asInt()).isEqualTo(600);
        String log = ledger.get("/api/exports/cloudevents?minPosition="
                        + imported.json().path("position").asLong())
                .text();
        assertThat(lastLine(log).path("imported").asString().length()).isGreaterThan(2_000);

        Path export = Files.writeString(home.resolve("export.ndjson"), log);
        try (RunningLedger loaded =
                RunningLedger.start("--ledger.home=" + home.resolve("b"), "--ledger.journal=" + export)) {
            assertThat(loaded.get("/api/events").text()).isEqualTo(log);
            assertThat(send(
                                    loaded,
                                    "?register=true",
                                    "application/x-ndjson",
                                    knownAndBlank + COMMITTED,
                                    "Idempotency-Key",
                                    "many")
                            .text())
                    .isEqualTo(imported.text());
        }
        assertThat(lines("?dryRun=true", log).json().path("refused").asInt()).isZero();
    }

    @Test
    void ofVeryManyFaultsTheFirstAreToldAndTheOthersCounted() {
        String body = ADDED + "\n" + "1\n".repeat(4_000);

        JsonNode report = lines("?dryRun=true&register=true", body).json();
        assertThat(report.path("recorded").asInt()).isOne();
        assertThat(report.path("refused").asInt()).isEqualTo(4_000);
        assertThat(report.path("items")).hasSize(1_001);
        assertThat(report.path("moreErrors").asInt()).isEqualTo(3_000);

        Answer refused = lines("?register=true", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors")).hasSize(1_000);
        assertThat(refused.json().path("moreErrors").asInt()).isEqualTo(3_000);

        assertThat(lines("?dryRun=true", "nonsense").json().has("moreErrors")).isFalse();
        Answer tooMany = lines("?dryRun=true", "1\n".repeat(250_001));
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(tooMany.json().path("code").asString()).isEqualTo("too-many");
    }

    @Test
    void whatIsTooLargeOrOfAnotherTypeIsNotTaken() {
        assertThat(send(ledger, "", "text/plain", ADDED).status()).isEqualTo(415);
        try (RunningLedger small = RunningLedger.start(
                "--ledger.home=" + home.resolve("b"), "--ledger.journal=none", "--ledger.imports.limit=300B")) {
            assertThat(send(small, "?dryRun=true", "application/x-ndjson", ADDED)
                            .status())
                    .isEqualTo(200);
            assertThat(send(small, "?dryRun=true", "application/x-ndjson", ADDED + " ".repeat(99))
                            .status())
                    .isEqualTo(413);
        }
        Answer oneLine = lines("?register=true", ADDED + "\n" + COMMITTED + " ".repeat(1 << 20));
        assertThat(oneLine.status()).isEqualTo(422);
        assertThat(oneLine.json().at("/errors/0/line").asInt()).isEqualTo(2);
        assertThat(oneLine.json().path("code").asString()).isEqualTo("too-long");
    }

    private static Map<String, String> figures(RunningLedger of) {
        Map<String, String> figures = new TreeMap<>();
        for (String view :
                List.of("/api/totals?subject=openai", "/api/roster?subject=anthropic", "/api/totals?subject=xai")) {
            List<String> rows = new ArrayList<>();
            JsonNode answer = of.get(view + "&minPosition="
                            + (of.get("/api/events").text().lines().count() - 1))
                    .json();
            answer.path("rows").forEach(row -> rows.add(figures(row)));
            answer.path("partners")
                    .forEach(partner -> rows.add(partner.path("id").asString()));
            figures.put(view, rows.toString());
        }
        figures.computeIfPresent("/api/roster?subject=anthropic", (_, rows) -> rows.replace("akamai, ", ""));
        return figures;
    }

    private static Map<String, String> rows(JsonNode rows) {
        Map<String, String> found = new TreeMap<>();
        rows.forEach(row -> found.put(key(row), figures(row)));
        return found;
    }

    private static String key(JsonNode row) {
        return row.path("from") + " " + row.path("to") + " " + row.path("instrument") + " " + row.path("currency");
    }

    private static String figures(JsonNode row) {
        return key(row)
                + row.path("paid")
                + row.path("outstanding")
                + row.path("nonBinding")
                + row.path("rumoured")
                + row.path("lapsed")
                + row.path("deals")
                + row.path("dealSlugs");
    }
}
