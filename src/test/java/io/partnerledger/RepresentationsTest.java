package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger.Answer;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every view and list as JSON, CSV and NDJSON, cached and cited, through the running program. */
class RepresentationsTest {

    @TempDir
    private static Path home;

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none");
        record(announcement("2023-09-25", "Amazon invests", made("amazon", "up-to", "4000000000")));
        record(announcement(
                "2024-03-27",
                "Amazon pays",
                "{\"kind\":\"tranche-paid\",\"deal\":\"amazon-anthropic\","
                        + "\"amount\":{\"qualifier\":\"exact\",\"value\":\"2750000000\",\"currency\":\"USD\"}}"));
        record(announcement(
                "2023-09-25",
                "=Amazon is a partner",
                "{\"kind\":\"partner-added\",\"subject\":\"anthropic\",\"partner\":\"amazon\","
                        + "\"roles\":[\"investor\",\"cloud-provider\"]}"));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void jsonIsWhatComesWithoutAsking() {
        for (String accept : List.of("*/*", "application/json", "text/html, */*;q=0.8")) {
            Answer answer = ledger.get("/api/totals?subject=anthropic", "Accept", accept);
            assertThat(answer.header("Content-Type")).startsWith("application/json");
            assertThat(answer.json().path("rows")).hasSize(1);
        }
    }

    @Test
    void aQuestionAskedAgainIsAnsweredWithTheSameBytesUntilSomethingIsRecorded() {
        String added =
                "{\"kind\":\"partner-added\",\"subject\":\"mistral\",\"partner\":\"%s\",\"roles\":[\"investor\"]}";
        record(announcement("2024-05-01", "Nvidia joins", added.formatted("nvidia")));
        String question = "/api/roster?subject=mistral&explain=true";
        Answer first = ledger.get(question);
        Answer again = ledger.get(question);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.response().headers().map())
                .containsKeys("etag", "vary", "cache-control", "content-security-policy");
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(ledger.get(question, "If-None-Match", first.header("ETag")).status())
                .isEqualTo(304);
        assertThat(ledger.get(question, "Accept", "text/csv").header("Content-Type"))
                .startsWith("text/csv");

        record(announcement("2024-05-02", "Cisco joins", added.formatted("cisco")));

        assertThat(ledger.get(question + "&minPosition=" + position()).text()).contains("cisco");
        assertThat(ledger.get(question).text()).contains("cisco").isNotEqualTo(first.text());
    }

    @Test
    void aViewAsCsvHasARowALineEachCitable() {
        Answer csv = ledger.get("/api/totals?subject=anthropic&validAt=2026-11-23", "Accept", "text/csv");
        long position = position();

        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.text()).isEqualTo("""
            from,to,instrument,currency,committed,paid,outstanding,conditional,nonBinding,rumoured,lapsed,\
            deals,undisclosedDeals,openEnded,self,dealSlugs,subject,validAt,asOf,position,permalink\r
            amazon,anthropic,equity,USD,4000000000,2750000000,1250000000,0,0,0,0,1,0,false,false,\
            amazon-anthropic,anthropic,2026-11-23,,%d,\
            /api/totals?subject=anthropic&validAt=2026-11-23&asOf=position:%d\r
            """.formatted(position, position));
    }

    @Test
    void whatARowItselfNamesAsItsCitationDoesKeepsItsName() {
        Answer csv = ledger.get("/api/changes?from=position:-1&subject=anthropic", "Accept", "text/csv");

        assertThat(csv.text().lines().findFirst().orElseThrow())
                .startsWith("change,from,to,instrument,currency,field,before,after,subject,partner,position,")
                .endsWith(",view.subject,validAt,asOf,view.position,permalink");
    }

    @Test
    void aViewAsNdjsonHasAnObjectALine() {
        Answer lines = ledger.get("/api/roster?subject=anthropic", "Accept", "application/x-ndjson");

        assertThat(lines.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(lines.text().lines()).hasSize(2).allSatisfy(line -> {
            JsonNode row = JsonMapper.shared().readTree(line);
            assertThat(row.path("id").asString()).isEqualTo("amazon");
            assertThat(row.path("role").asString()).isIn("investor", "cloud-provider");
            assertThat(row.path("view").path("permalink").asString()).startsWith("/api/roster?subject=anthropic&");
        });
    }

    @Test
    void everyViewAndListHasAllThree() {
        for (String path : List.of(
                "/api/roster?subject=anthropic",
                "/api/totals",
                "/api/totals?explain=true",
                "/api/deals",
                "/api/deals/amazon-anthropic?explain=true",
                "/api/claims",
                "/api/changes?from=position:0",
                "/api/timeline",
                "/api/timeline?order=recorded&limit=2",
                "/api/announcements",
                "/api/organizations",
                "/api/organizations/amazon/history")) {
            for (String type : List.of("application/json", "text/csv", "application/x-ndjson")) {
                Answer answer = ledger.get(path, "Accept", type);
                assertThat(answer.status())
                        .as(path + " " + type + " " + answer.text())
                        .isEqualTo(200);
                assertThat(answer.header("Content-Type")).startsWith(type);
                assertThat(answer.header("Vary")).containsIgnoringCase("accept");
                if (type.equals("text/csv")) {
                    long columns = columns(answer.text().lines().findFirst().orElseThrow());
                    assertThat(answer.text().lines()).allMatch(line -> columns(line) == columns);
                }
            }
        }
    }

    @Test
    void theDescriptionOfTheApiNamesEveryRepresentation() {
        Map<String, String> asked = Map.of(
                "/api/roster", "/api/roster?subject=anthropic",
                "/api/changes", "/api/changes?from=position:0",
                "/api/announcements/{id}", "/api/announcements/" + someAnnouncement(),
                "/api/announcements/{id}/history", "/api/announcements/" + someAnnouncement() + "/history",
                "/api/organizations/{id}", "/api/organizations/amazon",
                "/api/organizations/{id}/history", "/api/organizations/amazon/history",
                "/api/deals/{deal}", "/api/deals/amazon-anthropic",
                "/api/projections/{name}", "/api/projections/standing");
        ledger.get("/v3/api-docs").json().path("paths").forEachEntry((path, methods) -> {
            JsonNode described = methods.at("/get/responses");
            if (described.isMissingNode() || path.equals("/api/events") || path.endsWith("/rebuild")) {
                return;
            }
            String question = asked.getOrDefault(path, path);
            for (String type : List.of("application/json", "text/csv", "application/x-ndjson", "text/plain")) {
                Answer answer = ledger.get(question, "Accept", type);
                assertThat(answer.status())
                        .as(path + " " + type + " " + answer.text())
                        .isEqualTo(described.at("/200/content").has(type) ? 200 : 406);
            }
            assertThat(described.has("406")).as(path).isTrue();
            assertThat(described.has("304"))
                    .as(path)
                    .isEqualTo(ledger.get(question).response().headers().firstValue("ETag").stream()
                            .anyMatch(tag ->
                                    ledger.get(question, "If-None-Match", tag).status() == 304));
        });
    }

    @Test
    void otherTypesAreRefusedAsAProblem() {
        Answer done = ledger.post("/api/projections/standing/rebuild", "{}", "Accept", "text/csv");
        assertThat(done.status()).as("it has been done").isEqualTo(202);
        Answer answer = ledger.get("/api/totals", "Accept", "application/xml");
        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asString()).isEqualTo("not-acceptable");

        Answer unknown = ledger.get("/api/totals?subject=anthropicc", "Accept", "text/csv");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void anAnswerIsCalledWhatItIsWhateverWasAskedForWithIt() {
        for (String path : List.of("/api/totals", "/api/organizations", "/api/exports/csv")) {
            for (String accept : List.of("text/csv;charset=iso-8859-1", "text/csv;header=absent", "text/*")) {
                Answer csv = ledger.get(path, "Accept", accept);
                assertThat(csv.status()).isEqualTo(200);
                assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
            }
        }
        Answer lines = ledger.get("/api/totals", "Accept", "application/x-ndjson;charset=utf-16");
        assertThat(lines.header("Content-Type")).isEqualTo("application/x-ndjson");
    }

    @Test
    void aViewIsNoProblem() {
        for (String path : List.of("/api/totals", "/api/organizations", "/api/announcements?limit=1")) {
            assertThat(ledger.get(path, "Accept", "application/problem+json").status())
                    .isEqualTo(406);
            assertThat(ledger.get(path, "Accept", "application/problem+json, application/json")
                            .header("Content-Type"))
                    .isEqualTo("application/json");
        }
    }

    @Test
    void whoHasTheAnswerIsToldThatItStillHolds() {
        String path = "/api/totals?subject=anthropic&validAt=2026-11-23&asOf=position:" + position();
        Answer first = ledger.get(path);
        String tag = first.header("ETag");

        Answer again = ledger.get(path, "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.header("Vary")).containsIgnoringCase("accept");
        assertThat(ledger.get(path, "If-None-Match", "\"other\", " + tag).status())
                .isEqualTo(304);
        assertThat(ledger.get(path, "If-None-Match", tag, "Accept", "text/csv").status())
                .isEqualTo(200);
        assertThat(ledger.get(path + "&explain=true", "If-None-Match", tag).status())
                .isEqualTo(200);
    }

    @Test
    void aNewEntryIsANewTag() {
        String path = "/api/totals?subject=anthropic&validAt=2026-11-23";
        String tag = ledger.get(path).header("ETag");
        assertThat(ledger.get(path, "If-None-Match", tag).status()).isEqualTo(304);

        long after = record(announcement("2024-01-0" + (1 + position() % 9), "Another", made("google", "exact", "1")));
        assertThat(ledger.get(path + "&minPosition=" + after, "If-None-Match", tag)
                        .status())
                .isEqualTo(200);
        Answer retracted = ledger.post(
                "/api/announcements/" + idOf(after) + "/retraction", "{\"reason\":\"it was only here to be counted\"}");
        ledger.get(
                "/api/totals?minPosition=" + retracted.json().path("position").asLong());
    }

    @Test
    void aListIsTaggedLikeAView() {
        String added =
                "{\"kind\":\"partner-added\",\"subject\":\"listed\",\"partner\":\"nvidia\",\"roles\":[\"investor\"]}";
        for (String path : List.of("/api/announcements?q=listed", "/api/organizations?limit=3")) {
            Answer first = ledger.get(path);
            String tag = first.header("ETag");

            assertThat(first.json().path("position").asLong()).isEqualTo(position());
            assertThat(ledger.get(path, "If-None-Match", tag).status()).isEqualTo(304);
            assertThat(ledger.get(path, "If-None-Match", tag, "Accept", "text/csv")
                            .status())
                    .isEqualTo(200);

            record(announcement("2024-02-0" + (1 + position() % 9), "Nvidia is listed", added));
            assertThat(ledger.get(path, "If-None-Match", tag).status()).isEqualTo(200);
        }
    }

    @Test
    void rowsSayHowMuchThereIsBesideThem() {
        String ended = "{\"kind\":\"partner-removed\",\"subject\":\"beside\",\"partner\":\"nvidia\"}";
        record(announcement("2024-03-01", "Nvidia leaves what it never joined", ended));
        String path = "/api/roster?subject=beside&explain=true&minPosition=" + position();

        Answer whole = ledger.get(path);
        assertThat(whole.json().path("conflicts")).hasSize(1);
        assertThat(whole.response().headers().firstValue("Beside-Rows")).isEmpty();
        for (String type : List.of("text/csv", "application/x-ndjson")) {
            for (int asked = 0; asked < 2; asked++) {
                assertThat(ledger.get(path, "Accept", type).header("Beside-Rows"))
                        .contains("conflicts=1");
            }
        }
    }

    @Test
    void theTagOfAnAnnouncementIsItsRevision() {
        Answer answer = ledger.get("/api/announcements/" + someAnnouncement());
        assertThat(answer.header("ETag")).matches("\"\\d+\"");
    }

    @Test
    void theTagOfAnOrganizationIsAnotherOnceOneIsMergedIntoItAndStillGuardsItsRevision() {
        for (String id : List.of("stays", "goes")) {
            assertThat(ledger.post("/api/organizations", "{\"name\":\"" + id + "\"}")
                            .status())
                    .isEqualTo(201);
        }
        String path = "/api/organizations/stays?minPosition=";
        String alone = ledger.get(path + head()).header("ETag");
        assertThat(alone).isEqualTo("\"1\"");
        assertThat(ledger.get(path + "0", "If-None-Match", alone).status()).isEqualTo(304);

        Answer merged = ledger.post("/api/organizations/goes/merge", "{\"into\":\"stays\",\"reason\":\"bought\"}");
        assertThat(merged.status()).as(merged.text()).isEqualTo(200);
        Answer both = ledger.get(path + head(), "If-None-Match", alone);
        assertThat(both.status()).isEqualTo(200);
        assertThat(both.json().path("mergedFrom").path(0).asString()).isEqualTo("goes");
        String tag = both.header("ETag");
        assertThat(ledger.get(path + "0", "If-None-Match", tag).status()).isEqualTo(304);

        String renaming = "/api/organizations/stays/rename";
        assertThat(ledger.post(renaming, "{\"name\":\"Stays\"}", "If-Match", tag)
                        .status())
                .isEqualTo(200);
        assertThat(ledger.post(renaming, "{\"name\":\"Remains\"}", "If-Match", tag)
                        .status())
                .isEqualTo(412);
    }

    @Test
    void theRestOfAListIsNamedInAHeader() {
        Answer first = ledger.get("/api/organizations?limit=1", "Accept", "text/csv");
        HttpHeaders headers = first.response().headers();
        String link = headers.firstValue("Link").orElseThrow();
        assertThat(link).matches("</api/organizations\\?limit=1&cursor=amazon>; rel=\"next\"");
        Answer second = ledger.get(link.substring(1, link.indexOf('>')), "Accept", "text/csv");
        assertThat(second.text().lines().skip(1)).singleElement().asString().startsWith("anthropic,");
    }

    private static long columns(String line) {
        return line.replaceAll("\"[^\"]*\"", "").chars().filter(c -> c == ',').count();
    }

    private static long position() {
        return ledger.get("/api/totals").json().path("position").asLong();
    }

    private static long head() {
        JsonNode projection =
                ledger.get("/api/projections").json().path("projections").get(0);
        return projection.path("position").asLong() + projection.path("lag").asLong();
    }

    private static String someAnnouncement() {
        return ledger.get("/api/announcements").json().at("/items/0/id").asString();
    }

    private static String idOf(long position) {
        for (JsonNode item : ledger.get("/api/announcements").json().path("items")) {
            if (item.path("position").asLong() == position) {
                return item.path("id").asString();
            }
        }
        throw new AssertionError("Nothing was recorded at " + position);
    }

    private static long record(String body) {
        Answer answer = ledger.post("/api/announcements?register=true", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        long position = answer.json().path("position").asLong();
        assertThat(ledger.get("/api/totals?minPosition=" + position).status()).isEqualTo(200);
        return position;
    }

    private static String made(String from, String qualifier, String value) {
        return """
            {"kind":"commitment-made","deal":"%s-anthropic","from":"%s","to":"anthropic","instrument":"equity",\
            "stage":"binding","amount":{"qualifier":"%s","value":"%s","currency":"USD"}}\
            """.formatted(from, from, qualifier, value);
    }

    private static String announcement(String on, String title, String statement) {
        return """
            {"announcedOn":"%s","source":{"publisher":"Reuters","title":"%s","tier":"named-reporting"},\
            "statements":[%s]}\
            """.formatted(on, title, statement);
    }
}
