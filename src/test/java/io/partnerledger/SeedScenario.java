package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger.Answer;
import io.partnerledger.replay.Rebuilds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One article and what an editor does with it, through the running program. Each store runs all of it. */
abstract class SeedScenario {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path EXPECTED = Path.of("src/test/resources/corpus/expected-seed-2026-11-23.json");
    private static final List<String> MONEY =
            List.of("committed", "paid", "outstanding", "conditional", "nonBinding", "rumoured", "lapsed");
    private static final String ON_THE_DAY = "&validAt=2026-11-23";

    /** The first file of the shipped journal: one article, as it was recorded first. */
    static final String JOURNAL = "--ledger.journal=events/journal/0001-founding-article.ndjson";

    /** A ledger with that journal and nothing else. */
    abstract RunningLedger startNew() throws Exception;

    @Test
    void theJournalGivesTheFiguresOfTheArticle() throws Exception {
        JsonNode expected = JSON.readTree(Files.readString(EXPECTED));
        try (RunningLedger ledger = startNew()) {
            assertThat(totals(ledger, "")).isEqualTo(rows(expected.path("totals")));
            assertThat(partners(ledger, ""))
                    .containsExactly("amazon", "broadcom", "google", "microsoft", "nvidia", "spacex");
            JsonNode partner = get(ledger, "/api/roster?subject=anthropic" + ON_THE_DAY)
                    .path("partners")
                    .get(5);
            assertThat(partner.path("roles").get(0).path("role").asString()).isEqualTo("cloud-provider");
            assertThat(partner.path("roles").get(0).path("sinceAsWritten").asString())
                    .isEqualTo("2026-05");
            assertThat(partner.path("roles").get(0).path("announcements")).hasSize(1);
            JsonNode claim = get(ledger, "/api/claims?subject=anthropic" + ON_THE_DAY)
                    .path("claims")
                    .get(0);
            assertThat(claim.path("count").asInt()).isEqualTo(7);
            assertThat(claim.path("matched")).hasSize(6);
            assertThat(claim.path("unnamed").asInt()).isEqualTo(1);
            assertThat(claim.path("extra")).isEmpty();
        }
    }

    @Test
    void aSubjectIsFoundUnderAnyOfItsNames() throws Exception {
        try (RunningLedger ledger = startNew()) {
            for (String name : List.of("Anthropic", "anthropic%20pbc", "ANTHROPIC")) {
                assertThat(get(ledger, "/api/roster?subject=" + name)
                                .path("subject")
                                .asString())
                        .isEqualTo("anthropic");
            }
            assertThat(get(ledger, "/api/announcements?subject=Google%20Cloud").path("items"))
                    .hasSize(2);
        }
    }

    @Test
    void aRetractedAnnouncementLeavesTheViewsAndStaysInTheirPast() throws Exception {
        try (RunningLedger ledger = startNew()) {
            String spacex = announcementOf(ledger, "spacex");
            long before = get(ledger, "/api/roster?subject=anthropic")
                    .path("position")
                    .asLong();
            long after = change(ledger, spacex, "retraction", "{\"reason\":\"the deal was misread\"}");

            assertThat(partners(ledger, "&minPosition=" + after))
                    .doesNotContain("spacex")
                    .hasSize(5);
            assertThat(totals(ledger, "")).doesNotContainKey("anthropic spacex purchase USD");
            assertThat(partners(ledger, "&asOf=position:" + before)).contains("spacex");
            assertThat(totals(ledger, "&asOf=position:" + before)).containsKey("anthropic spacex purchase USD");
            JsonNode explained = get(ledger, "/api/totals?subject=anthropic&explain=true");
            assertThat(explained.toString()).contains("\"reason\":\"retracted\"");
            assertThat(get(ledger, "/api/roster?subject=anthropic&explain=true").toString())
                    .contains("\"reason\":\"retracted\"");

            long again = change(ledger, spacex, "reinstatement", "{\"reason\":\"the source stands by it\"}");
            assertThat(partners(ledger, "&minPosition=" + again)).contains("spacex");
            assertThat(totals(ledger, "")).containsKey("anthropic spacex purchase USD");
        }
    }

    @Test
    void aCorrectionMovesTheTotalsAndTheOldOnesCanStillBeAskedFor() throws Exception {
        try (RunningLedger ledger = startNew()) {
            String amounts = announcementOf(ledger, "amazon");
            JsonNode content = get(ledger, "/api/announcements/" + amounts);
            long before = get(ledger, "/api/totals").path("position").asLong();
            String statements = content.path("statements").toString().replace("\"4000000000\"", "\"8000000000\"");
            long after =
                    change(ledger, amounts, "corrections", "{\"reason\":\"stale\",\"statements\":" + statements + "}");

            assertThat(totals(ledger, "&minPosition=" + after).get("amazon anthropic convertible-note USD"))
                    .startsWith("committed=8000000000");
            assertThat(totals(ledger, "&asOf=position:" + before).get("amazon anthropic convertible-note USD"))
                    .startsWith("committed=4000000000");
            assertThat(get(ledger, "/api/totals?subject=anthropic&explain=true").toString())
                    .contains("\"reason\":\"corrected\"");
            JsonNode history =
                    get(ledger, "/api/announcements/" + amounts + "/history").path("items");
            assertThat(history).hasSize(2);
            assertThat(history.get(0).toString()).contains("\"4000000000\"");
            assertThat(history.get(1).path("type").asString()).isEqualTo("announcement.corrected");
        }
    }

    @Test
    void aRebuildFromTheFirstEventEqualsTheLiveView() throws Exception {
        try (RunningLedger ledger = startNew()) {
            String before = ledger.get("/api/roster?subject=anthropic").text();
            Answer started = ledger.post("/api/projections/standing/rebuild", "{}", "Idempotency-Key", "once");
            assertThat(started.status()).isEqualTo(202);
            ledger.context().getBean(Rebuilds.class).join();
            Answer again = ledger.post("/api/projections/standing/rebuild", "{}", "Idempotency-Key", "once");
            assertThat(again.status()).isEqualTo(202);
            assertThat(again.text()).as("the first answer").isEqualTo(started.text());
            assertThat(ledger.post("/api/projections/standing/rebuild", "{}", "Idempotency-Key", " ")
                            .status())
                    .isEqualTo(400);
            ledger.context().getBean(Rebuilds.class).join();
            JsonNode progress = get(ledger, "/api/projections/standing/rebuild");
            assertThat(progress.path("state").asString()).isEqualTo("done");
            assertThat(progress.path("difference").path("same").asBoolean()).isTrue();
            assertThat(progress.path("done").asLong())
                    .isEqualTo(progress.path("total").asLong());
            assertThat(ledger.get("/api/roster?subject=anthropic").text()).isEqualTo(before);
            JsonNode projection =
                    get(ledger, "/api/projections").path("projections").get(0);
            assertThat(projection.path("generation").asInt()).isEqualTo(2);
            assertThat(projection.path("lag").asLong()).isZero();
        }
    }

    @Test
    void thePermalinkOfAnAnswerGivesTheSameBytesAfterMoreEntries() throws Exception {
        try (RunningLedger ledger = startNew()) {
            String permalink = get(ledger, "/api/totals?subject=anthropic&explain=true")
                    .path("permalink")
                    .asString();
            String cited = ledger.get(permalink).text();
            long after = change(ledger, announcementOf(ledger, "spacex"), "retraction", "{\"reason\":\"misread\"}");
            assertThat(get(ledger, "/api/totals?minPosition=" + after)
                            .path("position")
                            .asLong())
                    .isEqualTo(after);
            assertThat(ledger.get(permalink).text()).isEqualTo(cited);
        }
    }

    private static String announcementOf(RunningLedger ledger, String partner) {
        return get(ledger, "/api/announcements?subject=anthropic&kind=partner-added&partner=" + partner)
                .path("items")
                .get(0)
                .path("id")
                .asString();
    }

    private static long change(RunningLedger ledger, String announcement, String what, String body) {
        Answer answer = ledger.post("/api/announcements/" + announcement + "/" + what, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("position").asLong();
    }

    private static List<String> partners(RunningLedger ledger, String parameters) {
        List<String> ids = new ArrayList<>();
        get(ledger, "/api/roster?subject=anthropic" + ON_THE_DAY + parameters)
                .path("partners")
                .forEach(partner -> ids.add(partner.path("id").asString()));
        return ids;
    }

    private static Map<String, String> totals(RunningLedger ledger, String parameters) {
        return rows(get(ledger, "/api/totals?subject=anthropic" + ON_THE_DAY + parameters)
                .path("rows"));
    }

    private static Map<String, String> rows(JsonNode rows) {
        Map<String, String> byKey = new TreeMap<>();
        for (JsonNode row : rows) {
            StringBuilder figures = new StringBuilder();
            MONEY.forEach(field -> figures.append(field)
                    .append('=')
                    .append(row.path(field).asString())
                    .append(' '));
            for (String field : List.of("deals", "undisclosedDeals", "openEnded")) {
                figures.append(field)
                        .append('=')
                        .append(row.path(field).asString())
                        .append(' ');
            }
            byKey.put(
                    String.join(
                            " ",
                            row.path("from").asString(),
                            row.path("to").asString(),
                            row.path("instrument").asString(),
                            row.path("currency").asString()),
                    figures.toString());
        }
        return byKey;
    }

    private static JsonNode get(RunningLedger ledger, String path) {
        Answer answer = ledger.get(path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }
}
