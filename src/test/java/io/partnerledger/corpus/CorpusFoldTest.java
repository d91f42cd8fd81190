package io.partnerledger.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.standing.Standing;
import io.partnerledger.standing.Stated;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folds answer for real announcements what an independent program answered from the same lines, in full: rosters,
 * totals, deals, claims and conflicts.
 */
class CorpusFoldTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void theFoundingArticleFoldsAsExpected() {
        agrees(Corpus.read("corpus.jsonl").ofTheFoundingArticle(), "expected-seed-2026-11-23.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-12-31", "2024-12-31", "2025-12-31", "2026-11-23"})
    void theCorpusFoldsAsExpected(String day) {
        agrees(Corpus.read("corpus.jsonl"), "expected-corpus-" + day + ".json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-12-31", "2024-12-31", "2025-12-31", "2026-11-23"})
    void theCuratedCorpusFoldsAsExpected(String day) {
        agrees(
                Corpus.read("corpus.jsonl").curated("curation-corpus.jsonl"),
                "expected-corpus-" + day + "-curated.json");
    }

    @Test
    void theCuratedCorpusFoldsAsExpectedAfterAMerge() {
        agrees(
                Corpus.read("corpus.jsonl").curated("curation-corpus.jsonl").merging("xai", "spacex"),
                "expected-corpus-2026-11-23-curated-merged.json");
    }

    private static void agrees(Corpus corpus, String file) {
        JsonNode expected = Corpus.json(file);
        Standing standing =
                corpus.standing(LocalDate.parse(expected.get("validAt").asString()));
        assertThat(standing.statements().stream().map(Stated::announcement).distinct())
                .as("announcements that stand")
                .hasSize(expected.get("announcements").asInt());
        assertThat(standing.statements())
                .as("statements that stand")
                .hasSize(expected.get("statements").asInt());
        assertThat(json(AsExpected.totals(standing))).as("totals").isEqualTo(expected.get("totals"));
        assertThat(json(AsExpected.rosters(standing))).as("rosters").isEqualTo(expected.get("rosters"));
        assertThat(json(AsExpected.claims(standing))).as("claims").isEqualTo(expected.get("claims"));
        assertThat(json(AsExpected.deals(standing))).as("deals").isEqualTo(expected.get("deals"));
        assertThat(json(AsExpected.conflicts(standing))).as("conflicts").isEqualTo(expected.get("conflicts"));
    }

    private static JsonNode json(Object value) {
        return JSON.readTree(JSON.writeValueAsString(value));
    }
}
