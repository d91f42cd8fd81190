package io.partnerledger.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The real corpus, sent over HTTP to a ledger that starts empty, then an editor's calls, then a merge and its reversal:
 * after each step the figures are those of an independent program, and what was answered before is answered still.
 */
abstract class CorpusScenario {

    private static final List<String> DAYS = List.of("2023-12-31", "2024-12-31", "2025-12-31", "2026-11-23");
    static final String CURATED_AND_MERGED = "expected-corpus-2026-11-23-curated-merged.json";

    private static final List<String> VIEWS =
            List.of("totals", "deals", "claims", "capacity", "conflicts", "coverage", "flows", "timeline", "roster");

    final List<JsonNode> organizations = Corpus.lines("organizations.jsonl");
    final List<JsonNode> announcements = Corpus.lines("corpus.jsonl");

    /** A ledger with nothing in it. */
    abstract RunningLedger startEmpty();

    /** Registers and records everything. */
    abstract void recordAll(Editor editor);

    /** The ledger holds the corpus, the calls and the merge, and nothing else. */
    void afterTheMerge(RunningLedger ledger) throws Exception {}

    @Test
    void theFiguresAreAsExpectedAfterEachStepAndStayCitable() throws Exception {
        List<JsonNode> merges = Corpus.lines("merges.jsonl");
        Map<String, String> cited = new LinkedHashMap<>();
        try (RunningLedger ledger = startEmpty()) {
            Editor editor = new Editor(ledger);
            recordAll(editor);
            assertFigures(ledger, editor, "");
            cite(ledger, editor, cited);

            editor.curate(Corpus.lines("curation-corpus.jsonl"));
            assertFigures(ledger, editor, "-curated");
            cite(ledger, editor, cited);

            editor.merge(merges);
            ExpectedFigures.areAllOf(CURATED_AND_MERGED, ledger, editor.idsByRef(), editor.position());
            afterTheMerge(ledger);
            cite(ledger, editor, cited);

            editor.reverse(merges);
            assertFigures(ledger, editor, "-curated");
            cited.forEach((permalink, answer) ->
                    assertThat(ledger.get(permalink).text()).as(permalink).isEqualTo(answer));
        }
    }

    private static void assertFigures(RunningLedger ledger, Editor editor, String state) {
        for (String day : DAYS) {
            ExpectedFigures.are(
                    "expected-corpus-" + day + state + ".json", ledger, editor.idsByRef(), editor.position());
        }
    }

    /** Asks without {@code asOf}, and holds the permalink to that answer. */
    private static void cite(RunningLedger ledger, Editor editor, Map<String, String> cited) {
        for (String day : DAYS) {
            for (String view : VIEWS) {
                String question = "/api/" + view + "?subject=anthropic&explain=true&validAt=" + day + "&minPosition="
                        + editor.position();
                RunningLedger.Answer live = ledger.get(question);
                String permalink = live.json().path("permalink").asString();
                assertThat(permalink).contains("asOf=position:" + editor.position());
                String answer = ledger.get(permalink).text();
                assertThat(answer)
                        .isEqualTo(live.text()
                                .replace("\"asOf\":null", "\"asOf\":\"position:" + editor.position() + "\""));
                cited.put(permalink, answer);
            }
        }
    }
}
