package io.partnerledger.corpus;

import io.partnerledger.RunningLedger;
import io.partnerledger.log.PostgresServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The scenario on the shared store, and the announcements in another order than the independent program had them. */
class PostgresCorpusScenarioTest extends CorpusScenario {

    @TempDir
    Path home;

    @Override
    RunningLedger startEmpty() {
        return RunningLedger.start(
                "--spring.profiles.active=postgres",
                "--ledger.home=" + home,
                "--ledger.journal=none",
                "--ledger.postgres.url=" + PostgresServer.freshUrl(),
                "--ledger.postgres.user=postgres");
    }

    @Override
    void recordAll(Editor editor) {
        editor.register(organizations);
        editor.record(shuffled(announcements));
    }

    /** What ties on day and tier keeps its order: there, and only there, the position decides. */
    private static List<JsonNode> shuffled(List<JsonNode> announcements) {
        List<JsonNode> shuffled = new ArrayList<>(announcements);
        Collections.shuffle(shuffled, new Random(20261123));
        Map<String, List<JsonNode>> tied = new HashMap<>();
        announcements.forEach(
                line -> tied.computeIfAbsent(rank(line), _ -> new ArrayList<>()).add(line));
        Map<String, Iterator<JsonNode>> next = new HashMap<>();
        tied.forEach((rank, lines) -> next.put(rank, lines.iterator()));
        return shuffled.stream().map(line -> next.get(rank(line)).next()).toList();
    }

    private static String rank(JsonNode line) {
        return line.path("announcedOn").asString() + line.path("source").path("tier");
    }
}
