package io.partnerledger.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.conflicts.Conflict;
import io.partnerledger.conflicts.Conflicts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The one list of conflicts has those between deals that an independent program found, under the same names. */
class CorpusConflictsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expected-corpus-2023-12-31.json",
                "expected-corpus-2024-12-31.json",
                "expected-corpus-2025-12-31.json",
                "expected-corpus-2026-11-23.json"
            })
    void conflictsAboutDealsAreAsExpected(String file) {
        agree(Corpus.read("corpus.jsonl"), file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"expected-corpus-2025-12-31-curated.json", "expected-corpus-2026-11-23-curated.json"})
    void conflictsAboutDealsAreAsExpectedAfterTheEditorsCalls(String file) {
        agree(Corpus.read("corpus.jsonl").curated("curation-corpus.jsonl"), file);
    }

    private static void agree(Corpus corpus, String file) {
        JsonNode expected = Corpus.json(file);
        LocalDate validAt = LocalDate.parse(expected.get("validAt").asString());
        List<String> lines = new ArrayList<>();
        for (JsonNode conflict : expected.get("conflicts")) {
            String type = conflict.get("type").asString();
            lines.add(type + " " + conflict.get("deal").asString() + " " + conflict.get(type.replace("several-", "")));
        }
        assertThat(Conflicts.of(corpus.standing(validAt)).conflicts().stream()
                        .filter(conflict -> conflict.deal() != null)
                        .map(CorpusConflictsTest::written))
                .containsExactlyElementsOf(lines);
    }

    private static String written(Conflict conflict) {
        return conflict.type().name().toLowerCase(Locale.ROOT).replace('_', '-')
                + " "
                + conflict.deal()
                + " [\""
                + String.join("\",\"", conflict.values())
                + "\"]";
    }
}
