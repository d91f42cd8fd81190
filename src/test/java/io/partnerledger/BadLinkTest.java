package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Merges and duplicate links that lead nowhere, or back, are refused, and so is what a retracted announcement forbids. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadLinkTest {

    private static final int RETRACTED = 3;

    @TempDir
    static Path home;

    private RunningLedger ledger;
    private final List<String> announcements = new ArrayList<>();

    @BeforeAll
    void start() {
        ledger = RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none");
        for (String id : List.of("anthropic", "amazon", "google", "nvidia")) {
            String body = "{\"id\":\"%1$s\",\"name\":\"%1$s\",\"aliases\":[\"%1$s holding\"]}".formatted(id);
            assertThat(ledger.post("/api/organizations", body).status()).isEqualTo(201);
        }
        for (String day : List.of("2026-05-07", "2026-05-08", "2026-05-09", "2026-05-10")) {
            Answer answer = ledger.post(
                    "/api/announcements",
                    "{\"announcedOn\":\"" + day + "\",\"source\":{\"publisher\":\"The Paper\",\"title\":\"A deal\","
                            + "\"tier\":\"named-reporting\"},\"statements\":[{\"kind\":\"partner-added\","
                            + "\"subject\":\"anthropic\",\"partner\":\"amazon\",\"roles\":[\"investor\"]}]}");
            assertThat(answer.status()).isEqualTo(201);
            announcements.add(answer.json().path("id").asString());
        }
    }

    @AfterAll
    void stop() {
        ledger.close();
    }

    @Test
    void aMergeThatLeadsNowhereOrBackIsRefused() {
        refused(merge("amazon", "amazon"), 422, "merge-into-itself");
        refused(merge("amazon", "Amazon Holding"), 422, "merge-into-itself");
        Answer unknown = merge("amazon", "gogle");
        refused(unknown, 422, "unknown-organization");
        assertThat(unknown.json().path("errors").get(0).path("near").get(0).asString())
                .isEqualTo("google");
        refused(merge("nobody", "google"), 404, "unknown-organization");
        refused(post("/api/organizations/amazon/merge", "{\"into\":\"google\"}"), 400, "missing-field");
        refused(post("/api/organizations/amazon/merge-reversal", "{\"reason\":\"x\"}"), 422, "not-merged");

        taken(merge("Amazon Holding", "google"));
        refused(merge("amazon", "nvidia"), 422, "already-merged");
        refused(merge("google", "amazon"), 422, "merge-circle");
        taken(merge("google", "nvidia"));
        refused(merge("nvidia", "amazon"), 422, "merge-circle");
        refused(merge("nvidia", "google holding"), 422, "merge-circle");

        taken(post("/api/organizations/google/merge-reversal", "{\"reason\":\"x\"}"));
        Answer merged = merge("nvidia", "amazon");
        taken(merged);
        assertThat(ledger.get("/api/organizations/nvidia?minPosition="
                                + merged.json().path("position"))
                        .json()
                        .path("mergedInto")
                        .asString())
                .isEqualTo("amazon");
        refused(merge("google", "nvidia"), 422, "merge-circle");
    }

    @Test
    void anOrganizationIsFoundByItsNamesInThePathToo() {
        String byName = "/api/organizations/anthropic%20HOLDING";
        taken(post(byName + "/aliases", "{\"alias\":\"Anthropic PBC\"}"));
        assertThat(ledger.get(byName).json().path("id").asString()).isEqualTo("anthropic");
        assertThat(ledger.get(byName + "/history").text())
                .isEqualTo(ledger.get("/api/organizations/anthropic/history").text());
    }

    @Test
    void aDuplicateLinkThatLeadsNowhereOrBackIsRefused() {
        refused(link(0, announcements.get(0)), 422, "duplicate-of-itself");
        refused(link(0, "a20260507-nobody"), 422, "unknown-target");
        refused(unlink(0), 422, "not-linked");

        taken(link(0, announcements.get(1)));
        refused(link(0, announcements.get(1)), 422, "nothing-changed");
        refused(link(1, announcements.get(0)), 422, "duplicate-circle");
        taken(link(1, announcements.get(2)));
        refused(link(2, announcements.get(0)), 422, "duplicate-circle");

        for (String reason : List.of("%20", "x".repeat(2_001), "a%00b", "a%07b")) {
            Answer answer = ledger.delete("/api/announcements/" + announcements.get(0) + "/duplicate?reason=" + reason);
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.text()).contains("reason");
        }
        taken(unlink(0));
        taken(link(2, announcements.get(0)));
        refused(link(0, announcements.get(1)), 422, "duplicate-circle");
    }

    @Test
    void aRetractedAnnouncementTakesNothingButItsReinstatement() {
        String retracted = "/api/announcements/" + announcements.get(RETRACTED);
        String source = "{\"publisher\":\"The Paper\",\"title\":\"No deal\",\"tier\":\"named-reporting\"}";
        taken(post(retracted + "/retraction", "{\"reason\":\"misread\"}"));

        refused(post(retracted + "/retraction", "{\"reason\":\"misread\"}"), 422, "retracted");
        refused(post(retracted + "/corrections", "{\"reason\":\"x\",\"announcedOn\":\"2026\"}"), 422, "retracted");
        refused(post(retracted + "/disputes", "{\"source\":" + source + "}"), 422, "retracted");
        refused(post(retracted + "/corroborations", "{\"source\":" + source + "}"), 422, "retracted");
        refused(post(retracted + "/rank", "{\"rank\":\"preferred\",\"reason\":\"x\"}"), 422, "retracted");
        refused(link(RETRACTED, announcements.get(1)), 422, "retracted");
        refused(unlink(RETRACTED), 422, "retracted");

        taken(post(retracted + "/reinstatement", "{\"reason\":\"read again\"}"));
        refused(post(retracted + "/reinstatement", "{\"reason\":\"x\"}"), 422, "not-retracted");
        refused(post(retracted + "/rank", "{\"rank\":\"preferred\"}"), 400, "missing-field");
        refused(post(retracted + "/rank", "{\"rank\":\"preferred\",\"reason\":\" \"}"), 400, "blank");
        refused(post(retracted + "/rank", "{\"rank\":\"normal\",\"reason\":\"x\"}"), 422, "nothing-changed");
    }

    private Answer merge(String organization, String into) {
        return post(
                "/api/organizations/" + organization.replace(" ", "%20") + "/merge",
                "{\"into\":\"" + into + "\",\"reason\":\"x\"}");
    }

    private Answer link(int announcement, String target) {
        return post(
                "/api/announcements/" + announcements.get(announcement) + "/duplicate",
                "{\"duplicateOf\":\"" + target + "\",\"reason\":\"x\"}");
    }

    private Answer unlink(int announcement) {
        return ledger.delete("/api/announcements/" + announcements.get(announcement) + "/duplicate");
    }

    private Answer post(String path, String body) {
        return ledger.post(path, body);
    }

    private static void taken(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
    }
}
