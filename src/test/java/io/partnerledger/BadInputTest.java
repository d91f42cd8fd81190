package io.partnerledger;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Each bad input gets its status, a stable code and a pointer to the fault, and leaves no trace in the log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final String SOURCE =
            "\"source\":{\"publisher\":\"The Paper\",\"title\":\"A deal\",\"tier\":\"named-reporting\"}";
    private static final String ADDED =
            "{\"kind\":\"partner-added\",\"subject\":\"anthropic\",\"partner\":\"amazon\",\"roles\":[\"investor\"]}";
    private static final String PLAIN = announcement("2026-05-07", ADDED);

    @TempDir
    static Path home;

    private RunningLedger ledger;
    private String standing;
    private String retracted;

    record Case(String name, String path, String body, String headers, int status, String code, String pointer) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case bad(String name, String body, int status, String code, String pointer) {
        return new Case(name, "/api/announcements", body, "", status, code, pointer);
    }

    private static Case registering(String name, String partner, String code, String pointer) {
        String body = PLAIN.replace("\"amazon\"", "\"" + partner + "\"");
        return new Case(name, "/api/announcements?register=true", body, "", 422, code, pointer);
    }

    private static String announcement(String announcedOn, String statement) {
        return "{\"announcedOn\":\"" + announcedOn + "\"," + SOURCE + ",\"statements\":[" + statement + "]}";
    }

    private static String commitment(String amount) {
        return announcement(
                "2026-05-07",
                "{\"kind\":\"commitment-made\",\"deal\":\"amazon-anthropic\",\"from\":\"amazon\",\"to\":\"anthropic\","
                        + "\"instrument\":\"equity\",\"stage\":\"binding\",\"amount\":" + amount + "}");
    }

    static Stream<Case> cases() {
        String deep = "/statements/0/amount";
        return Stream.of(
                bad("no JSON", "{", 400, "malformed-json", ""),
                bad("no object", "[]", 400, "wrong-type", ""),
                bad(
                        "an unknown field",
                        PLAIN.replace("\"announcedOn\"", "\"note\":1,\"announcedOn\""),
                        400,
                        "unknown-field",
                        "/note"),
                bad(
                        "an unknown field of a statement",
                        PLAIN.replace("\"roles\"", "\"rolls\":[],\"roles\""),
                        400,
                        "unknown-field",
                        "/statements/0/rolls"),
                bad(
                        "an unknown kind",
                        PLAIN.replace("partner-added", "partner-praised"),
                        400,
                        "unknown-value",
                        "/statements/0/kind"),
                bad(
                        "an unknown role",
                        PLAIN.replace("[\"investor\"]", "[\"investor\",\"friend\"]"),
                        400,
                        "unknown-value",
                        "/statements/0/roles/1"),
                bad(
                        "a field twice",
                        PLAIN.replace("\"announcedOn\"", "\"announcedOn\":\"2026\",\"announcedOn\""),
                        400,
                        "duplicate-field",
                        "/announcedOn"),
                bad(
                        "no source",
                        "{\"announcedOn\":\"2026\",\"statements\":[" + ADDED + "]}",
                        400,
                        "missing-field",
                        "/source"),
                bad(
                        "no tier",
                        PLAIN.replace(",\"tier\":\"named-reporting\"", ""),
                        400,
                        "missing-field",
                        "/source/tier"),
                bad("a bad date", announcement("2026-13-45", ADDED), 400, "bad-date", "/announcedOn"),
                bad("a day that no year has", announcement("2026-02-30", ADDED), 400, "bad-date", "/announcedOn"),
                bad(
                        "a date as a number",
                        PLAIN.replace("\"2026-05-07\"", "20260507"),
                        400,
                        "wrong-type",
                        "/announcedOn"),
                bad(
                        "a bad url",
                        PLAIN.replace("\"publisher\"", "\"url\":\"javascript:alert(1)\",\"publisher\""),
                        400,
                        "bad-url",
                        "/source/url"),
                bad(
                        "an unknown currency",
                        commitment("{\"qualifier\":\"exact\",\"value\":\"1\",\"currency\":\"XYZ\"}"),
                        400,
                        "unknown-currency",
                        deep + "/currency"),
                bad(
                        "a negative amount",
                        commitment("{\"qualifier\":\"exact\",\"value\":\"-1\",\"currency\":\"USD\"}"),
                        400,
                        "negative-amount",
                        deep + "/value"),
                bad(
                        "an amount as a number",
                        commitment("{\"qualifier\":\"exact\",\"value\":1,\"currency\":\"USD\"}"),
                        400,
                        "wrong-type",
                        deep + "/value"),
                bad(
                        "an amount with an exponent",
                        commitment("{\"qualifier\":\"exact\",\"value\":\"4e9\",\"currency\":\"USD\"}"),
                        400,
                        "malformed-decimal",
                        deep + "/value"),
                bad(
                        "a value with undisclosed",
                        commitment("{\"qualifier\":\"undisclosed\",\"value\":\"1\",\"currency\":\"USD\"}"),
                        422,
                        "amount-not-allowed",
                        deep + "/value"),
                bad(
                        "a range with min above max",
                        commitment("{\"qualifier\":\"range\",\"min\":\"2\",\"max\":\"1\",\"currency\":\"USD\"}"),
                        422,
                        "range-reversed",
                        deep + "/min"),
                bad(
                        "an exact amount without a value",
                        commitment("{\"qualifier\":\"exact\",\"currency\":\"USD\"}"),
                        422,
                        "amount-missing",
                        deep + "/value"),
                bad(
                        "an amount without a currency",
                        commitment("{\"qualifier\":\"exact\",\"value\":\"1\"}"),
                        422,
                        "currency-missing",
                        deep + "/currency"),
                bad("no statements", announcement("2026-05-07", ""), 422, "no-statements", "/statements"),
                bad("no roles", PLAIN.replace("[\"investor\"]", "[]"), 422, "no-roles", "/statements/0/roles"),
                bad(
                        "a partner of itself",
                        PLAIN.replace("\"amazon\"", "\"anthropic\""),
                        422,
                        "same-party",
                        "/statements/0/partner"),
                bad(
                        "an unknown organization",
                        PLAIN.replace("\"amazon\"", "\"amazom\""),
                        422,
                        "unknown-organization",
                        "/statements/0/partner"),
                bad("over 1 MiB", " ".repeat(1 << 20) + PLAIN, 413, "body-too-large", ""),
                new Case("a form", "/api/announcements", "a=b", "Content-Type form", 415, "unsupported-media-type", ""),
                new Case(
                        "JSON that is called a form",
                        "/api/announcements?register=true",
                        PLAIN.replace("amazon", "50% amazon"),
                        "Content-Type form",
                        415,
                        "unsupported-media-type",
                        ""),
                new Case(
                        "an unknown announcement",
                        "/api/announcements/a20260507-nobody/retraction",
                        "{\"reason\":\"x\"}",
                        "",
                        404,
                        "unknown-announcement",
                        ""),
                new Case(
                        "a correction of a retracted one",
                        "RETRACTED/corrections",
                        "{\"reason\":\"x\",\"announcedOn\":\"2026\"}",
                        "",
                        422,
                        "retracted",
                        ""),
                new Case(
                        "a retraction of a retracted one",
                        "RETRACTED/retraction",
                        "{\"reason\":\"x\"}",
                        "",
                        422,
                        "retracted",
                        ""),
                new Case(
                        "a reinstatement of a standing one",
                        "STANDING/reinstatement",
                        "{\"reason\":\"x\"}",
                        "",
                        422,
                        "not-retracted",
                        ""),
                new Case(
                        "a correction of nothing",
                        "STANDING/corrections",
                        "{\"reason\":\"x\"}",
                        "",
                        422,
                        "nothing-changed",
                        ""),
                new Case(
                        "a correction without a reason",
                        "STANDING/corrections",
                        "{\"announcedOn\":\"2026\"}",
                        "",
                        400,
                        "missing-field",
                        "/reason"),
                new Case(
                        "a stale revision",
                        "STANDING/retraction",
                        "{\"reason\":\"x\"}",
                        "If-Match \"7\"",
                        412,
                        "stale-revision",
                        ""),
                new Case(
                        "a revision that is none",
                        "STANDING/retraction",
                        "{\"reason\":\"x\"}",
                        "If-Match 7",
                        400,
                        "bad-if-match",
                        ""),
                new Case(
                        "a duplicate of itself",
                        "STANDING/duplicate",
                        "{\"duplicateOf\":\"SELF\",\"reason\":\"x\"}",
                        "",
                        422,
                        "duplicate-of-itself",
                        "/duplicateOf"),
                new Case(
                        "a duplicate of nothing",
                        "STANDING/duplicate",
                        "{\"duplicateOf\":\"nobody\",\"reason\":\"x\"}",
                        "",
                        422,
                        "unknown-target",
                        "/duplicateOf"),
                new Case(
                        "a rank that is none",
                        "STANDING/rank",
                        "{\"rank\":\"best\",\"reason\":\"x\"}",
                        "",
                        400,
                        "unknown-value",
                        "/rank"),
                new Case(
                        "a rank without a reason",
                        "STANDING/rank",
                        "{\"rank\":\"preferred\"}",
                        "",
                        400,
                        "missing-field",
                        "/reason"),
                new Case(
                        "a statement that is not there",
                        "STANDING/disputes",
                        "{" + SOURCE + ",\"statements\":[5]}",
                        "",
                        422,
                        "no-such-statement",
                        "/statements/0"),
                new Case("the same announcement again", "/api/announcements", PLAIN, "", 409, "already-recorded", ""),
                new Case(
                        "a key with another body",
                        "/api/announcements",
                        announcement("2025", ADDED),
                        "Idempotency-Key first",
                        422,
                        "idempotency-key-reused",
                        ""),
                new Case(
                        "an organization again",
                        "/api/organizations",
                        "{\"id\":\"amazon\",\"name\":\"Amazon\"}",
                        "",
                        409,
                        "already-registered",
                        "/id"),
                new Case(
                        "a name of another",
                        "/api/organizations",
                        "{\"id\":\"amzn\",\"name\":\"AMAZON\"}",
                        "",
                        422,
                        "name-taken",
                        "/name"),
                new Case(
                        "a name whose id is another's",
                        "/api/organizations",
                        "{\"name\":\"Ämazon\"}",
                        "",
                        422,
                        "name-taken",
                        "/name"),
                new Case(
                        "an organization again without its id",
                        "/api/organizations",
                        "{\"name\":\"AMAZON\"}",
                        "",
                        409,
                        "already-registered",
                        "/name"),
                registering("a newcomer whose id is another's", "Ämazon", "name-taken", "/statements/0/partner"),
                registering("a newcomer whose id is another's alias", "AWS®", "name-taken", "/statements/0/partner"),
                registering("a newcomer without letters", "???", "blank", "/statements/0/partner"),
                new Case(
                        "two newcomers with one id",
                        "/api/announcements?register=true",
                        PLAIN.replace("\"anthropic\"", "\"トヨタ Corp\"").replace("\"amazon\"", "\"ソニー Corp\""),
                        "",
                        422,
                        "name-taken",
                        "/statements/0/partner"),
                new Case(
                        "a name too long to be kept apart from others",
                        "/api/organizations",
                        "{\"id\":\"long\",\"name\":\"" + "\u4E2D".repeat(900) + "\"}",
                        "",
                        422,
                        "unstorable",
                        ""),
                new Case(
                        "a name of two lines",
                        "/api/organizations",
                        "{\"name\":\"New\\nOrganization\"}",
                        "",
                        400,
                        "bad-text",
                        "/name"),
                new Case(
                        "a control character of the second row",
                        "/api/organizations/amazon/aliases",
                        "{\"alias\":\"A\\u0085Z\"}",
                        "",
                        400,
                        "bad-text",
                        "/alias"),
                bad(
                        "a partner with a tab",
                        PLAIN.replace("\"amazon\"", "\"ama\\tzon\""),
                        400,
                        "bad-text",
                        "/statements/0/partner"),
                new Case(
                        "a bad LEI",
                        "/api/organizations",
                        "{\"name\":\"New\",\"identifiers\":{\"lei\":\"123\"}}",
                        "",
                        422,
                        "malformed-identifier",
                        "/identifiers/lei"),
                new Case(
                        "a merge into itself",
                        "/api/organizations/amazon/merge",
                        "{\"into\":\"amazon\",\"reason\":\"x\"}",
                        "",
                        422,
                        "merge-into-itself",
                        "/into"),
                new Case(
                        "an alias of nobody",
                        "/api/organizations/nobody/aliases",
                        "{\"alias\":\"x\"}",
                        "",
                        404,
                        "unknown-organization",
                        ""));
    }

    @BeforeAll
    void aLedgerWithOneStandingAndOneRetractedAnnouncement() {
        ledger = RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none");
        created(ledger.post("/api/organizations", "{\"id\":\"anthropic\",\"name\":\"Anthropic\"}"));
        created(ledger.post("/api/organizations", "{\"id\":\"amazon\",\"name\":\"Amazon\",\"aliases\":[\"AWS\"]}"));
        standing = created(ledger.post("/api/announcements", PLAIN, "Idempotency-Key", "first"));
        retracted = created(ledger.post("/api/announcements", announcement("2024", ADDED)));
        Answer answer = ledger.post("/api/announcements/" + retracted + "/retraction", "{\"reason\":\"misread\"}");
        assertThat(answer.status()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        ledger.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefusedWithAPointerToTheFaultAndNothingIsStored(Case bad) {
        String before = ledger.get("/api/events").text();
        String path = bad.path()
                .replace("STANDING", "/api/announcements/" + standing)
                .replace("RETRACTED", "/api/announcements/" + retracted);
        String body = bad.body().replace("SELF", standing);
        Answer answer = bad.headers().startsWith("Content-Type")
                ? ledger.send(ledger.request(path, "Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build())
                : ledger.post(path, body, headers(bad));

        assertThat(answer.status()).as(answer.text()).isEqualTo(bad.status());
        assertThat(answer.header("Accept")).isEqualTo(bad.status() == 415 ? "application/json" : "");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("code").asString()).isEqualTo(bad.code());
        assertThat(problem.path("type").asString()).endsWith(":" + bad.code());
        assertThat(problem.path("errors").path(0).path("pointer").asString("")).isEqualTo(bad.pointer());
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(ledger.get("/api/events").text()).isEqualTo(before);
    }

    @Test
    void aBodyThatIsCompressedIsNotTaken() {
        for (String coding : new String[] {"gzip", "br", "identity, gzip", "nonsense"}) {
            for (String path : new String[] {"/api/announcements", "/api/imports?dryRun=true"}) {
                Answer answer = ledger.post(path, PLAIN, "Content-Encoding", coding);
                assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(415);
                assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
                assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
                assertThat(answer.json().path("code").asString()).isEqualTo("unsupported-media-type");
                assertThat(answer.json().path("detail").asString()).contains("uncompressed", coding);
            }
        }
        assertThat(ledger.post("/api/imports?dryRun=true", PLAIN, "Content-Encoding", "Identity")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aHeaderThatIsSentTwiceIsNotReadOnce() {
        String path = "/api/announcements/" + standing + "/retraction";
        String body = "{\"reason\":\"x\"}";
        assertThat(ledger.post(path, body, "If-Match", "*", "If-Match", "\"1\"").text())
                .contains("bad-if-match");
        assertThat(ledger.post(path, body, "Idempotency-Key", "one", "Idempotency-Key", "two")
                        .text())
                .contains("bad-idempotency-key");
    }

    @Test
    void anUnknownNameComesWithTheNearestKnownOnes() {
        Answer answer = ledger.post("/api/announcements", PLAIN.replace("\"amazon\"", "\"amazom\""));
        assertThat(answer.json().path("errors").get(0).path("near").get(0).asString())
                .isEqualTo("amazon");
    }

    @Test
    void aNewcomerWhoseIdIsTakenIsToldWhoseItIsAndWhatToDo() {
        String long64 = "x".repeat(64);
        String body = PLAIN.replace("\"anthropic\"", "\"" + long64 + " One\"")
                .replace("\"amazon\"", "\"" + long64 + " Two\"");
        assertThat(refusal("/api/announcements?register=true", body))
                .startsWith(long64 + " Two would be registered as " + long64 + ", as would " + long64 + " One of this");
        assertThat(refusal("/api/announcements?register=true", PLAIN.replace("\"amazon\"", "\"Ämazon\"")))
                .isEqualTo("Ämazon would be registered as amazon, which is the id of another organization. Register it"
                        + " first under an id of your choice (POST /api/organizations with \"id\" and \"name\"), or"
                        + " write amazon if it is the same organization.");
        assertThat(refusal("/api/announcements?register=true", PLAIN.replace("\"amazon\"", "\"AWS®\"")))
                .startsWith("AWS® would be registered as aws, which is a name of amazon.");
        assertThat(refusal("/api/announcements?register=true", PLAIN.replace("\"amazon\"", "\"???\"")))
                .isEqualTo("A name has letters or digits");
        assertThat(refusal("/api/organizations", "{\"name\":\"Ämazon\"}"))
                .isEqualTo("Ämazon would be registered as amazon, which is the id of another organization. Choose an id"
                        + " of your own and send it as \"id\".");
    }

    private String refusal(String path, String body) {
        return ledger.post(path, body).json().at("/errors/0/detail").asString();
    }

    @Test
    void ofVeryManyUnknownNamesTheFirstAreTold() {
        String names =
                IntStream.range(0, 1_000).mapToObj(i -> "\"No. " + i + "\"").collect(joining(","));
        String claimed = "{\"kind\":\"partner-count-claimed\",\"subject\":\"nobody\",\"comparator\":\"exactly\","
                + "\"count\":1,\"named\":[" + names + "]}";

        Answer answer = ledger.post("/api/announcements", announcement("2026-05-10", claimed + "," + claimed));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("code").asString()).isEqualTo("unknown-organization");
        assertThat(answer.json().path("errors")).hasSize(1_000);
    }

    @Test
    void whatIsLongerWithIdsThanAJournalsLineMayBeIsNotStored() {
        created(ledger.post("/api/organizations", "{\"id\":\"" + "x".repeat(64) + "\",\"name\":\"Y\"}"));
        String names = String.join(",", Collections.nCopies(1_000, "\"Y\""));
        String claimed = "{\"kind\":\"partner-count-claimed\",\"subject\":\"anthropic\",\"comparator\":\"exactly\","
                + "\"count\":1,\"named\":[" + names + "]}";
        String before = ledger.get("/api/events").text();

        Answer answer = ledger.post(
                "/api/announcements", announcement("2026-05-09", String.join(",", Collections.nCopies(70, claimed))));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("too-long");
        assertThat(ledger.get("/api/events").text()).isEqualTo(before);
    }

    @Test
    void aQuestionThatCannotBeAskedIsRefused() {
        for (String question : new String[] {
            "validAt=tomorrow", "validAt=2026-02-30", "asOf=yesterday", "asOf=position:999",
                    "asOf=2999-01-01T00:00:00Z",
            "minPosition=999", "minPosition=x", "explain=maybe", "suject=amazon",
                    "validAt=2026-01-01&validAt=2026-01-02",
            "currency=EURO", "currency=eur", "currency=XXX", "currency=EUR&currency=USD", "rates=none"
        }) {
            Answer answer = ledger.get("/api/totals?" + question);
            assertThat(answer.status()).as(question + " " + answer.text()).isEqualTo(400);
        }
        for (String question : new String[] {
            "deals?currency=EURO",
            "deals/none?currency=EURO",
            "flows?currency=EURO",
            "changes?from=position:0&currency=EURO"
        }) {
            Answer answer = ledger.get("/api/" + question);
            assertThat(answer.status()).as(question + " " + answer.text()).isEqualTo(400);
            assertThat(answer.json().path("code").asString()).isEqualTo("bad-currency");
        }
        assertThat(ledger.get("/api/roster?subject=anthropic&currency=EUR").status())
                .isEqualTo(400);
        for (String question :
                new String[] {"cursor=x", "limit=0", "validFrom=soon", "status=lost", "asOf=position:999"}) {
            Answer answer = ledger.get("/api/announcements?" + question);
            assertThat(answer.status()).as(question + " " + answer.text()).isEqualTo(400);
        }
        assertThat(ledger.get("/api/roster").status()).isEqualTo(400);
        Answer unknown = ledger.get("/api/roster?subject=anthropi");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().path("errors").get(0).path("near").get(0).asString())
                .isEqualTo("anthropic");
        assertThat(ledger.get("/api/nothing").status()).isEqualTo(404);
        assertThat(ledger.get("/api/nothing").header("Content-Type")).startsWith("application/problem+json");
    }

    private static String[] headers(Case bad) {
        if (bad.headers().isEmpty()) {
            return new String[0];
        }
        return bad.headers().split(" ", 2);
    }

    private static String created(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }
}
