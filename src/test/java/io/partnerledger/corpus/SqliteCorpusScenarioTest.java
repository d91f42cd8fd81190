package io.partnerledger.corpus;

import static io.partnerledger.corpus.ShippedJournal.FOUNDING_ANNOUNCEMENTS;
import static io.partnerledger.corpus.ShippedJournal.FOUNDING_ORGANIZATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The scenario on the embedded default, in the order of the journal that ships: its files hold what is stored here.
 * {@code -Djournal=apply} writes them anew.
 */
class SqliteCorpusScenarioTest extends CorpusScenario {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path home;

    @Override
    RunningLedger startEmpty() {
        return RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none");
    }

    @Override
    void recordAll(Editor editor) {
        editor.register(organizations.subList(0, FOUNDING_ORGANIZATIONS));
        editor.record(announcements.subList(0, FOUNDING_ANNOUNCEMENTS));
        editor.register(organizations.subList(FOUNDING_ORGANIZATIONS, organizations.size()));
        editor.record(announcements.subList(FOUNDING_ANNOUNCEMENTS, announcements.size()));
    }

    @Test
    void theJournalThatShipsGivesTheFiguresOfTheCuratedAndMergedCorpus() {
        try (RunningLedger ledger = RunningLedger.start("--ledger.home=" + home)) {
            List<String> recorded = ledger.get("/api/events")
                    .text()
                    .lines()
                    .map(JSON::readTree)
                    .filter(event -> event.path("type").asString().endsWith(".announcement.recorded.v1"))
                    .map(event -> event.path("data").path("announcement").asString())
                    .toList();
            Map<String, String> idsByRef = new HashMap<>();
            for (int i = 0; i < announcements.size(); i++) {
                idsByRef.put(announcements.get(i).path("ref").asString(), recorded.get(i));
            }
            ExpectedFigures.areAllOf(CURATED_AND_MERGED, ledger, idsByRef, 129);
        }
    }

    @Override
    void afterTheMerge(RunningLedger ledger) throws IOException {
        Map<String, String> stored =
                ShippedJournal.files(ledger.get("/api/events").text());
        if ("apply".equals(System.getProperty("journal"))) {
            for (Map.Entry<String, String> file : stored.entrySet()) {
                Files.writeString(ShippedJournal.FOLDER.resolve(file.getKey()), file.getValue());
            }
        }
        try (Stream<Path> files = Files.list(ShippedJournal.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(stored.keySet());
        }
        for (Map.Entry<String, String> file : stored.entrySet()) {
            List<String> shipped = Files.readAllLines(ShippedJournal.FOLDER.resolve(file.getKey()));
            List<String> lines = file.getValue().lines().toList();
            assertThat(shipped).hasSameSizeAs(lines);
            for (int i = 0; i < lines.size(); i++) {
                assertThat(shipped.get(i)).as(file.getKey() + ":" + (i + 1)).isEqualTo(lines.get(i));
            }
        }
    }
}
