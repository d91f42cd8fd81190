package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/** What cannot be asked is refused with a stable code on every route, rather than answered as if it had been left out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadQuestionTest {

    static final List<String> VIEWS = List.of(
            "/api/roster?subject=%s",
            "/api/totals?subject=%s",
            "/api/deals?subject=%s",
            "/api/claims?subject=%s",
            "/api/capacity?subject=%s",
            "/api/conflicts?subject=%s",
            "/api/coverage?subject=%s",
            "/api/flows?subject=%s",
            "/api/timeline?subject=%s",
            "/api/changes?from=position:0&subject=%s");

    static final List<String> LISTS = List.of(
            "/api/announcements?limit=5",
            "/api/announcements/ANNOUNCEMENT?minPosition=0",
            "/api/organizations?limit=5",
            "/api/organizations/anthropic?minPosition=0");

    static final List<String> PLAIN = List.of(
            "/api/announcements/ANNOUNCEMENT/history",
            "/api/organizations/anthropic/history",
            "/api/events",
            "/api/projections");

    static final List<String> NO_DAYS = List.of(
            "tomorrow",
            "2026-02-30",
            "2026-11",
            "2026-11-23T00:00:00Z",
            "20261123",
            "11/23/26",
            "Nov%2023,%202026",
            "%2B10000-01-01",
            "-0001-01-01");

    @TempDir
    static Path home;

    private RunningLedger ledger;
    private String announcement;

    @BeforeAll
    void start() {
        ledger = RunningLedger.start(
                "--ledger.home=" + home, "--ledger.journal=events/journal/0001-founding-article.ndjson");
        announcement = ledger.get("/api/announcements?limit=1")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
    }

    @AfterAll
    void stop() {
        ledger.close();
    }

    @ParameterizedTest
    @FieldSource("VIEWS")
    void aDayThatIsNoneIsRefusedByEveryView(String view) {
        NO_DAYS.forEach(day -> refused(view, "&validAt=" + day, "bad-valid-at"));
    }

    @ParameterizedTest
    @FieldSource("VIEWS")
    void aPointThatIsNoneOrLiesPastTheLogIsRefusedByEveryView(String view) {
        List<String> points = List.of(
                "yesterday",
                "2026-11-23",
                "12",
                "position:",
                "position:-2",
                "position:1.5",
                "position:12",
                "position:9999999999999999999",
                "2999-01-01T00:00:00Z");
        boolean isChanges = view.startsWith("/api/changes");
        for (String point : points) {
            if (isChanges) {
                refused(view, "&to=" + point, "bad-to");
                refused(view.replace("position:0", point), "", "bad-from");
            } else {
                refused(view, "&asOf=" + point, "bad-as-of");
            }
        }
        for (String position : List.of("12", "x", "-1", "1.5")) {
            refused(view, "&minPosition=" + position, "bad-min-position");
        }
    }

    @ParameterizedTest
    @FieldSource("VIEWS")
    void aParameterThatIsUnknownOrRepeatedOrNoFlagIsRefusedByEveryView(String view) {
        refused(view, "&valid_at=2026-01-01", "unknown-parameter");
        refused(view, "&explain=maybe", "bad-explain");
        refused(view, "&validAt=2026-01-01&validAt=2026-01-02", "repeated-parameter");
        refused(view, "&subject=amazon", "repeated-parameter");
        for (String name : List.of("validAt", "asOf", "minPosition", "subject")) {
            refused(view.replace("subject=%s", "explain"), "&" + name + "=", "blank-parameter");
            refused(view.replace("subject=%s", "explain"), "&" + name + "=%20", "blank-parameter");
        }
    }

    @ParameterizedTest
    @FieldSource("VIEWS")
    void anUnknownSubjectIsNotFoundAndComesWithTheNearestNames(String view) {
        Answer answer = ledger.get(view.formatted("anthropi"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("code").asString()).isEqualTo("unknown-organization");
        assertThat(near(answer)).containsExactly("anthropic");
    }

    @Test
    void whereNothingIsTheAnswerSaysWhatThereIs() {
        Answer answer = ledger.get("/api/partners");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("code").asString()).isEqualTo("not-found");
        assertThat(answer.json().path("detail").asString())
                .isEqualTo("There is nothing at /api/partners; /v3/api-docs says what there is");
    }

    @ParameterizedTest
    @FieldSource({"LISTS", "PLAIN"})
    void aParameterThatIsUnknownIsRefusedByEveryOtherRoute(String list) {
        String route = list.replace("ANNOUNCEMENT", announcement);
        assertThat(ledger.get(route).status()).isEqualTo(200);
        refused(route, (route.contains("?") ? "&" : "?") + "suject=amazon", "unknown-parameter");
        refused(route, (route.contains("?") ? "&" : "?") + "valid%41t=2026-01-01", "unknown-parameter");
    }

    @ParameterizedTest
    @FieldSource("LISTS")
    void aParameterThatIsRepeatedOrLiesPastTheLogIsRefusedByEveryList(String list) {
        String route = list.replace("ANNOUNCEMENT", announcement);
        refused(route, "&asOf=position:3&asOf=position:4", "repeated-parameter");
        refused(route, "&asOf=position:12", "bad-as-of");
    }

    @Test
    void theLogBeginsNowhereBeforeItsBeginning() {
        for (String after : List.of("-2", "-9223372036854775808", "x", "1.5")) {
            refused("/api/events?", "after=" + after, "bad-after");
        }
        assertThat(ledger.get("/api/events?after=-2", "Accept", "text/event-stream")
                        .status())
                .isEqualTo(400);
        assertThat(ledger.get("/api/events?after=-1").text().lines()).hasSize(12);
        assertThat(ledger.get("/api/events?after=12").text()).isEmpty();
    }

    @Test
    void aNumberIsWrittenInOneWayOnly() {
        for (String bent : List.of("1%2027", "0x2", "%231", "%D9%A5", "%2B5", "5.0", "1e1", "9223372036854775808")) {
            refused("/api/events?", "after=" + bent, "bad-after");
            refused("/api/announcements?", "limit=" + bent, "bad-limit");
            refused("/api/organizations?", "limit=" + bent, "bad-limit");
            refused("/api/timeline?", "limit=" + bent, "bad-limit");
            refused("/api/organizations?", "minPosition=" + bent, "bad-min-position");
        }
        assertThat(ledger.get("/api/events?after=0x2").json().path("detail").asString())
                .isEqualTo("after is a whole number of at most 9223372036854775807, not 0x2");
        assertThat(ledger.get("/api/timeline?limit=2147483648")
                        .json()
                        .path("detail")
                        .asString())
                .isEqualTo("limit is a whole number of at most 2147483647, not 2147483648");
    }

    @Test
    void aFlagIsTrueOrFalseAndNothingIsStoredForAnotherOne() {
        String before = ledger.get("/api/events").text();
        for (String bent : List.of("yes", "on", "1", "TRUE", "True", "off", "no", "0", "%20true")) {
            for (String route : List.of("announcements?register", "imports?dryRun", "imports?register")) {
                Answer answer = ledger.post("/api/" + route + "=" + bent, "{}");
                String name = route.substring(route.indexOf('?') + 1);
                assertThat(answer.status()).as(route + bent).isEqualTo(400);
                assertThat(answer.json().path("code").asString())
                        .as(route + bent)
                        .isIn("bad-register", "bad-dry-run");
                assertThat(answer.json().path("detail").asString()).startsWith(name + " is true or false, not ");
            }
        }
        assertThat(ledger.get("/api/events").text()).isEqualTo(before);
    }

    @Test
    void aParameterThatIsNotWellFormedIsRefusedByEveryRoute() {
        for (String route : List.of(
                "/api/totals?",
                "/api/roster?",
                "/api/announcements?",
                "/api/announcements/ANNOUNCEMENT/history?",
                "/api/organizations?",
                "/api/projections?",
                "/actuator/health?")) {
            for (String malformed : List.of("subject=%zz", "subject=%", "%zz=1", "subject=%ff", "=1")) {
                assertMalformed(sent("GET", route.replace("ANNOUNCEMENT", announcement) + malformed));
            }
        }
        assertMalformed(sent("GET", "/api/totals?subject=a%00"));
        assertMalformed(sent("GET", "/api/announcements?q=a%0Ab"));
        assertMalformed(sent("POST", "/api/announcements?register=%zz"));
        assertMalformed(sent("POST", "/api/announcements/" + announcement + "/retraction?reason=%zz"));
        assertThat(sent("GET", "/api/announcements/%zz"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"code\":\"bad-request\"");
    }

    @Test
    void whatTheServerItselfRefusesIsAProblemToo() {
        assertThat(sent("TRACE", "/api/totals"))
                .startsWith("HTTP/1.1 405")
                .contains("application/problem+json", "\"code\":\"method-not-allowed\"");
    }

    @Test
    void whatTheServerItselfRefusesSaysWhatWasWrong() {
        String encode = "The path or the query has characters that have to be percent-encoded";
        assertBad(sent("GET", "/api/roster?subject[]=x"), encode);
        assertBad(sent("GET", "/api/roster?subject=\u00e9"), encode);
        String tooLong = "The request line, which has the query in it, and the headers are too long";
        assertBad(sent("GET", "/api/roster?subject=" + "a".repeat(9_000)), tooLong);
        assertBad(sent("GET", "/api/roster HTTP/1.1\r\nX-Actor: " + "a".repeat(9_000) + "\r\nX:"), tooLong);
        assertBad(sent("G[T", "/api/totals"), "Invalid character found in method name");
        String post = "/api/announcements HTTP/1.1\r\nContent-Type: application/json\r\n";
        assertBad(sent("POST", post + "Content-Length: 900\r\nX:"), "The body breaks off before its end");
        assertBad(
                sent("POST", post + "Transfer-Encoding: chunked\r\nHost: localhost\r\n\r\nzz\r\n"),
                "The body is not framed as HTTP has it");
    }

    private static void assertBad(String answer, String detail) {
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"code\":\"bad-request\"", "\"detail\":\"" + detail);
    }

    @Test
    void aParameterThatWouldChangeNothingIsRefused() {
        for (String name : List.of("subject=google", "validAt=2023-12-31", "explain=true")) {
            refused("/api/exports/cloudevents?", name, "unknown-parameter");
        }
        refused("/api/exports/csv?", "explain=true", "unknown-parameter");
        refused("/api/exports/hledger?", "explain=true", "unknown-parameter");
        refused("/api/deals/amazon-anthropic-2023?", "subject=nobody", "unknown-parameter");
    }

    @Test
    void theListOfAnnouncementsTakesNoFilterThatMeansNothing() {
        for (String name :
                List.of("subject", "partner", "kind", "deal", "q", "validFrom", "status", "cursor", "limit")) {
            refused("/api/announcements?", name + "=", "blank-parameter");
        }
        refused("/api/announcements?", "subject=amazon&subject=google", "repeated-parameter");
        refused("/api/announcements?", "status=lost", "bad-status");
        refused("/api/announcements?", "kind=partnership", "bad-kind");
        refused("/api/announcements?", "limit=0", "bad-limit");
        for (String day : NO_DAYS) {
            refused("/api/announcements?", "validFrom=" + day, "bad-valid-from");
            refused("/api/announcements?", "validTo=" + day, "bad-valid-to");
        }
        Answer unknown = ledger.get("/api/announcements?subject=anthropi");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(near(unknown)).containsExactly("anthropic");
    }

    @Test
    void aCursorThatNoPageEndedWithIsRefusedByEveryList() {
        for (String cursor : List.of("abc", "-1", "1.5", "12", "999999999999999999", "9999999999999999999")) {
            refused("/api/announcements?", "cursor=" + cursor, "bad-cursor");
            refused("/api/organizations?", "cursor=" + cursor, "bad-cursor");
            refused("/api/timeline?", "cursor=" + cursor, "bad-cursor");
        }
        for (String list : List.of("/api/announcements?limit=1", "/api/organizations?limit=1")) {
            String next = ledger.get(list).json().path("next").asString();
            assertThat(ledger.get(list + "&cursor=" + next).status()).as(list).isEqualTo(200);
        }
    }

    @Test
    void anUnknownDealOrOrganizationComesWithTheNearestOnes() {
        Answer deal = ledger.get("/api/deals/amazon-anthropic-2022");
        assertThat(deal.status()).isEqualTo(404);
        assertThat(deal.json().path("detail").asString()).contains("amazon-anthropic-2022");
        assertThat(near(deal)).contains("amazon-anthropic-2023");
        for (String list : List.of("announcements", "timeline")) {
            Answer listed = ledger.get("/api/" + list + "?deal=amazon-anthropic-2022");
            assertThat(listed.status()).as(list).isEqualTo(404);
            assertThat(near(listed)).contains("amazon-anthropic-2023");
        }
        for (String path : List.of("/api/organizations/anthropi", "/api/organizations/anthropi/history")) {
            Answer organization = ledger.get(path);
            assertThat(organization.status()).isEqualTo(404);
            assertThat(near(organization)).containsExactly("anthropic");
        }
        assertThat(ledger.get("/api/announcements/a20260501-nobody").status()).isEqualTo(404);
        String id = ledger.get("/api/announcements").json().at("/items/0/id").asString();
        Answer misspelt = ledger.get("/api/announcements/" + id.substring(0, id.length() - 1));
        assertThat(misspelt.status()).isEqualTo(404);
        assertThat(near(misspelt)).contains(id);
    }

    @Test
    void aChangeOfWhatIsUnknownComesWithTheNearestIds() {
        String misspelt = announcement.substring(0, announcement.length() - 1);
        Answer unlinked = ledger.delete("/api/announcements/" + misspelt + "/duplicate");
        Answer retracted = ledger.post("/api/announcements/" + misspelt + "/retraction", "{\"reason\":\"x\"}");
        Answer named = ledger.post("/api/organizations/anthropi/aliases", "{\"alias\":\"x\"}");
        for (Answer answer : List.of(unlinked, retracted, named)) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        }
        assertThat(near(unlinked)).contains(announcement);
        assertThat(near(retracted)).contains(announcement);
        assertThat(near(named)).containsExactly("anthropic");
    }

    @Test
    void aMethodThatIsNotThereComesWithThoseThatAre() {
        Answer answer = ledger.delete("/api/totals");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void aMisspeltParameterOfAChangeIsRefusedAndNothingIsStored() {
        String before = ledger.get("/api/events").text();
        Answer answer = ledger.post("/api/announcements?regster=true", "{}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("unknown-parameter");
        assertThat(answer.json().path("detail").asString()).contains("regster", "register");
        assertThat(ledger.get("/api/events").text()).isEqualTo(before);
    }

    private static void assertMalformed(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "malformed-parameter");
    }

    /** What is answered to a target that no client would send as it is. */
    private String sent(String method, String target) {
        try (Socket socket = new Socket(ledger.url().getHost(), ledger.url().getPort())) {
            String request = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refused(String route, String more, String code) {
        String question = route.replace("%s", "anthropic") + more;
        Answer answer = ledger.get(question);
        assertThat(answer.status()).as(question + " " + answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asString()).as(question).isEqualTo(code);
    }

    private static Stream<String> near(Answer answer) {
        return answer.json().path("errors").path(0).path("near").valueStream().map(JsonNode::asString);
    }
}
