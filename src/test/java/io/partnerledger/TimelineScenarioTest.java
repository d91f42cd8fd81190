package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The timeline and the changes of a small ledger, through the running program. */
class TimelineScenarioTest {

    @TempDir
    private static Path home;

    private static RunningLedger ledger;
    private static long last;
    private static long settled;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none");
        String pays =
                announce("2024-03-27", "paid", "{\"kind\":\"tranche-paid\",\"deal\":\"amazon-anthropic\"," + usd(1));
        String makes = announce("2023-09-25", "made", made("Amazon", usd(4)));
        announce(
                "2024-01",
                "other",
                made("Google", usd(2)) + ","
                        + made("Google", usd(9)).replace("Anthropic", "xAI").replace("google-anthropic", "google-xai"));
        change(makes, "corrections", "{\"reason\":\"a misprint\",\"statements\":[" + made("Amazon", usd(8)) + "]}");
        change(pays, "rank", "{\"rank\":\"preferred\",\"reason\":\"it is the filing\"}");
        change(pays, "retraction", "{\"reason\":\"misread\"}");
        settled = last;
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void inValidTimeStatementsRunFromTheOldestDay() {
        JsonNode answer = get("/api/timeline?subject=anthropic&validAt=2026-11-23&asOf=position:" + settled);

        assertThat(told(answer))
                .containsExactly(
                        "2023-09-25 corrected Amazon commits 4 USD to Anthropic (equity, binding)",
                        "2023-09-25 standing Amazon commits 8 USD to Anthropic (equity, binding)",
                        "2024-01 standing Google commits 2 USD to Anthropic (equity, binding)",
                        "2024-03-27 retracted Amazon pays 1 USD to Anthropic (amazon-anthropic)");
        JsonNode item = answer.path("items").get(3);
        assertThat(item.path("organizations").toString()).isEqualTo("[\"amazon\",\"anthropic\"]");
        assertThat(item.path("deal").asString()).isEqualTo("amazon-anthropic");
        assertThat(item.path("amount").path("value").asString()).isEqualTo("1");
        assertThat(item.path("source").toString())
                .isEqualTo("{\"publisher\":\"Reuters\",\"tier\":\"named-reporting\",\"url\":null}");
    }

    @Test
    void inRecordedTimeWhatHappenedToThemIsThereToo() {
        assertThat(told(get("/api/timeline?subject=anthropic&order=recorded&asOf=position:" + settled)))
                .containsExactly(
                        "2024-03-27 retracted Amazon pays 1 USD to Anthropic (amazon-anthropic)",
                        "2023-09-25 corrected Amazon commits 4 USD to Anthropic (equity, binding)",
                        "2024-01 standing Google commits 2 USD to Anthropic (equity, binding)",
                        "2023-09-25 correction Reuters of 2023-09-25 is corrected: a misprint",
                        "2023-09-25 standing Amazon commits 8 USD to Anthropic (equity, binding)",
                        "2024-03-27 ranking Reuters of 2024-03-27 is ranked preferred: it is the filing",
                        "2024-03-27 retraction Reuters of 2024-03-27 is retracted: misread");
    }

    @Test
    void aMergeIsToldToBoth() {
        String before = "&asOf=position:" + settled;
        String tag = ledger.get("/api/organizations/google").header("ETag");
        Answer merged = ledger.post("/api/organizations/xai/merge", "{\"into\":\"google\",\"reason\":\"to see it\"}");
        assertThat(merged.status()).as(merged.text()).isEqualTo(200);
        long position = merged.json().path("position").asLong();
        JsonNode items = get("/api/timeline?order=recorded&subject=google&kind=merge&minPosition=" + position)
                .path("items");
        assertThat(ledger.get("/api/organizations/google", "If-None-Match", tag).text())
                .contains("\"mergedFrom\":[\"xai\"]");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("headline").asString()).isEqualTo("xAI is merged into Google: to see it");
        assertThat(items.get(0).path("organizations").toString()).isEqualTo("[\"google\",\"xai\"]");
        assertThat(get("/api/timeline?order=recorded&kind=merge" + before).path("items"))
                .isEmpty();

        JsonNode changes = get("/api/changes?subject=google&from=position:" + settled + "&to=position:" + position);
        assertThat(changes.path("figures")).isNotEmpty().allSatisfy(figure -> {
            assertThat(figure.path("parts")).hasSize(1);
            assertThat(figure.path("parts").get(0).path("cause").asString()).isEqualTo("merge");
            assertThat(figure.path("parts").get(0).path("organization").asString())
                    .isEqualTo("xai");
        });
        Answer reversal = ledger.post("/api/organizations/xai/merge-reversal", "{\"reason\":\"seen\"}");
        ledger.get("/api/totals?minPosition=" + reversal.json().path("position").asLong());
    }

    @Test
    void aCopyStandsWhereNothingUpItsChainDoes() {
        String joins = "{\"kind\":\"partner-added\",\"subject\":\"Copied\",\"partner\":\"Nvidia\",\"roles\":[\"%s\"]}";
        String first = announce("2025-01-01", "first", joins.formatted("investor"));
        String second = announce("2025-01-02", "second", joins.formatted("customer"));
        String third = announce("2025-01-03", "third", joins.formatted("distributor"));
        change(second, "duplicate", "{\"duplicateOf\":\"" + first + "\",\"reason\":\"a copy\"}");
        change(third, "duplicate", "{\"duplicateOf\":\"" + second + "\",\"reason\":\"a copy of it\"}");
        long linked = last;
        assertStatuses(linked, "standing", "duplicate", "duplicate");
        change(first, "retraction", "{\"reason\":\"denied\"}");
        assertStatuses(last, "retracted", "standing", "duplicate");
        change(second, "rank", "{\"rank\":\"deprecated\",\"reason\":\"hearsay\"}");
        assertStatuses(last, "retracted", "deprecated", "standing");
        assertStatuses(linked, "standing", "duplicate", "duplicate");

        Answer one = ledger.get("/api/announcements/" + third);
        assertThat(one.json().path("status").asString()).isEqualTo("standing");
        change(first, "reinstatement", "{\"reason\":\"confirmed\"}");
        Answer again = ledger.get("/api/announcements/" + third, "If-None-Match", one.header("ETag"));
        assertThat(again.header("ETag")).isEqualTo(one.header("ETag"));
        assertThat(again.json().path("status").asString()).isEqualTo("duplicate");
    }

    private static void assertStatuses(long position, String... oldestFirst) {
        String at = "?subject=copied&asOf=position:" + position;
        assertThat(statuses("/api/timeline" + at)).containsExactly(oldestFirst);
        assertThat(statuses("/api/announcements" + at).reversed()).containsExactly(oldestFirst);
        assertThat(statuses("/api/announcements" + at + "&status=standing")).containsExactly("standing");
    }

    private static List<String> statuses(String path) {
        return get(path)
                .path("items")
                .valueStream()
                .map(item -> item.path("status").asString())
                .toList();
    }

    @Test
    void pagesAreOneListWhateverIsEnteredMeanwhile() {
        for (String order : List.of("valid", "recorded")) {
            String path = "/api/timeline?subject=anthropic&order=" + order + "&validAt=2026-11-23";
            List<String> whole = told(get(path));
            List<String> paged = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = get(path + "&limit=2" + cursor);
                assertThat(get(page.path("permalink").asString()).path("items")).isEqualTo(page.path("items"));
                paged.addAll(told(page));
                String next =
                        page.path("next").isNull() ? "" : page.path("next").asString();
                cursor = next.isEmpty() ? "" : "&cursor=" + next;
                String id = announce("2023-01-01", "meanwhile " + order + paged.size(), made("Amazon", usd(3)));
                change(id, "retraction", "{\"reason\":\"only passing through\"}");
            } while (!cursor.isEmpty());
            assertThat(paged).isEqualTo(whole);
        }
    }

    @Test
    void aTimelineIsFiltered() {
        String at = "/api/timeline?subject=anthropic&order=recorded&asOf=position:" + settled;
        assertThat(get(at + "&kind=commitment-made").path("items")).hasSize(3);
        assertThat(get(at + "&kind=retraction").path("items")).hasSize(1);
        assertThat(get(at + "&deal=google-anthropic").path("items")).hasSize(1);
        assertThat(told(get(at + "&q=MISPRINT"))).singleElement().asString().contains("correction");
        assertThat(get(at + "&kind=ranking&q=filing")
                        .path("items")
                        .get(0)
                        .path("reason")
                        .asString())
                .isEqualTo("it is the filing");
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        String cursor = get("/api/timeline?limit=1").path("next").asString();
        assertThat(problem("/api/timeline?order=backwards")).isEqualTo("400 bad-order");
        assertThat(problem("/api/timeline?kind=rumour")).isEqualTo("400 bad-kind");
        assertThat(problem("/api/timeline?limit=0")).isEqualTo("400 bad-limit");
        assertThat(problem("/api/timeline?cursor=xyz")).isEqualTo("400 bad-cursor");
        assertThat(problem("/api/timeline?order=recorded&cursor=" + cursor)).isEqualTo("400 bad-cursor");
        assertThat(problem("/api/timeline?subject=anthropicc")).isEqualTo("404 unknown-organization");
        assertThat(problem("/api/timeline?colour=red")).isEqualTo("400 unknown-parameter");
        assertThat(problem("/api/changes")).isEqualTo("400 bad-from");
        assertThat(problem("/api/changes?from=yesterday")).isEqualTo("400 bad-from");
        assertThat(problem("/api/changes?from=position:99999")).isEqualTo("400 bad-from");
        assertThat(problem("/api/changes?from=position:0&to=position:99999")).isEqualTo("400 bad-to");
        assertThat(problem("/api/changes?from=position:3&to=position:2")).isEqualTo("400 bad-from");
        assertThat(problem("/api/changes?from=2020-02-01T00:00:00Z&to=2020-01-01T00:00:00Z"))
                .isEqualTo("400 bad-from");
        assertThat(problem("/api/changes?from=position:0&asOf=position:1")).isEqualTo("400 bad-as-of");
        assertThat(problem("/api/changes?from=position:0&subject=nobody")).isEqualTo("404 unknown-organization");
    }

    @Test
    void changesNameTheEntriesThatMovedAFigure() {
        JsonNode all = get("/api/changes?subject=anthropic&from=2020-01-01T00:00:00Z&to=position:" + settled);
        JsonNode paid = figure(all, "amazon", "committed");
        assertThat(paid.path("before").asString()).isEqualTo("0");
        assertThat(paid.path("after").asString()).isEqualTo("8");
        List<String> causes = new ArrayList<>();
        paid.path("parts")
                .forEach(part -> causes.add(
                        part.path("cause").asString() + " " + part.path("delta").asString()));
        assertThat(causes).containsExactly("new-announcement 4", "correction 4");
        assertThat(all.path("fromPosition").asLong()).isEqualTo(-1);
        assertThat(all.path("toPosition").asLong()).isEqualTo(settled);
        assertThat(get(all.path("permalink").asString()).path("figures")).isEqualTo(all.path("figures"));
        assertThat(get("/api/changes?from=position:" + settled + "&to=position:" + settled)
                        .path("figures"))
                .isEmpty();
    }

    private static JsonNode figure(JsonNode changes, String from, String field) {
        for (JsonNode figure : changes.path("figures")) {
            if (figure.path("from").asString().equals(from)
                    && figure.path("field").asString().equals(field)) {
                return figure;
            }
        }
        throw new AssertionError(changes.toString());
    }

    private static List<String> told(JsonNode answer) {
        List<String> told = new ArrayList<>();
        answer.path("items")
                .forEach(item -> told.add(String.join(
                        " ",
                        item.path("announcedOn").asString(),
                        item.path("status").isNull()
                                ? item.path("kind").asString()
                                : item.path("status").asString(),
                        item.path("headline").asString())));
        return told;
    }

    private static JsonNode get(String path) {
        Answer answer = ledger.get(path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static String problem(String path) {
        Answer answer = ledger.get(path);
        return answer.status() + " " + answer.json().path("code").asString();
    }

    private static String announce(String on, String title, String statements) {
        Answer answer = ledger.post("/api/announcements?register=true", """
            {"announcedOn":"%s","source":{"publisher":"Reuters","title":"%s","tier":"named-reporting"},\
            "statements":[%s]}\
            """.formatted(on, title, statements));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        seen(answer);
        return answer.json().path("id").asString();
    }

    private static void change(String id, String what, String body) {
        Answer answer = ledger.post("/api/announcements/" + id + "/" + what, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        seen(answer);
    }

    private static void seen(Answer changed) {
        long position = changed.json().path("position").asLong();
        assertThat(ledger.get("/api/totals?minPosition=" + position).status()).isEqualTo(200);
        last = position;
    }

    private static String made(String from, String amount) {
        return """
            {"kind":"commitment-made","deal":"%s-anthropic","from":"%s","to":"Anthropic","instrument":"equity",\
            "stage":"binding",%s\
            """.formatted(from.toLowerCase(Locale.ROOT), from, amount);
    }

    private static String usd(int value) {
        return "\"amount\":{\"qualifier\":\"exact\",\"value\":\"" + value + "\",\"currency\":\"USD\"}}";
    }
}
