package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger.Answer;
import io.partnerledger.changes.GeneratedLedger;
import io.partnerledger.replay.Rebuilds;
import io.partnerledger.wire.WireCodec;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is entered after it: a permalink of any view gives the same bytes, also from a rebuilt read table. */
class PermalinkTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> VIEWS = List.of(
            "roster?subject=amazon&explain=true",
            "totals?explain=true",
            "totals?subject=google&explain=true",
            "deals?explain=true",
            "deals?subject=spacex&explain=true",
            "deals/one?explain=true",
            "claims?subject=amazon&explain=true",
            "capacity?explain=true",
            "conflicts?subject=anthropic",
            "coverage?subject=anthropic",
            "flows?subject=google&explain=true",
            "timeline?subject=xai",
            "timeline?subject=amazon&order=recorded",
            "changes?subject=amazon&from=position:2",
            "changes?from=position:4");

    private static final Map<String, String> ROUTES = Map.of(
            "announcement.corrected", "corrections",
            "announcement.corroborated", "corroborations",
            "announcement.ranked", "rank",
            "announcement.retracted", "retraction",
            "announcement.reinstated", "reinstatement");

    @TempDir
    Path home;

    private final WireCodec codec = new WireCodec();
    private final Map<String, String> cited = new LinkedHashMap<>();

    @Test
    void whatWasCitedIsAnsweredForEver() throws Exception {
        try (RunningLedger ledger = RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none")) {
            for (long seed = 1; seed <= 3; seed++) {
                Map<String, String> ids = new HashMap<>();
                List<Object> log = GeneratedLedger.log(seed);
                for (int i = 0; i < log.size(); i++) {
                    send(ledger, log.get(i), ids);
                    if (i > 5 && i % 8 == 0) {
                        cite(ledger);
                    }
                }
            }
            assertThat(cited).hasSizeGreaterThan(100);
            assertThat(cited.values()).anyMatch(answer -> answer.contains("\"reason\":\"retracted\""));
            answersAreTheSame(ledger);

            ledger.post("/api/projections/standing/rebuild", "{}");
            ledger.context().getBean(Rebuilds.class).join();
            assertThat(ledger.get("/api/projections/standing/rebuild")
                            .json()
                            .path("difference")
                            .path("same")
                            .asBoolean())
                    .isTrue();
            answersAreTheSame(ledger);
        }
    }

    private void answersAreTheSame(RunningLedger ledger) {
        cited.forEach((permalink, answer) ->
                assertThat(ledger.get(permalink).text()).as(permalink).isEqualTo(answer));
    }

    private void cite(RunningLedger ledger) {
        for (String view : VIEWS) {
            Answer live = ledger.get("/api/" + view + (view.contains("?") ? "&" : "?") + "validAt=2025-06-30");
            if (live.status() == 404 && view.startsWith("deals/")) {
                continue;
            }
            assertThat(live.status()).as(view + live.text()).isEqualTo(200);
            String permalink = live.json().path("permalink").asString();
            String answer = ledger.get(permalink).text();
            assertThat(withoutTheQuestion(JSON.readTree(answer))).isEqualTo(withoutTheQuestion(live.json()));
            cited.put(permalink, answer);
        }
    }

    /** A question that leaves the point open differs from its permalink in how it was asked, and in nothing else. */
    private static JsonNode withoutTheQuestion(JsonNode answer) {
        return ((ObjectNode) answer.deepCopy()).without(List.of("asOf", "to", "from"));
    }

    /** The request that leads to an event; what the ledger refuses as it stands is passed over. */
    private void send(RunningLedger ledger, Object event, Map<String, String> ids) {
        ObjectNode body = (ObjectNode) JSON.readTree(codec.encode(event));
        String type = codec.typeOf(event);
        body.remove("revision");
        String id = body.remove(type.substring(0, type.indexOf('.'))).asString();
        Answer answer = switch (type) {
            case "organization.registered" ->
                ledger.post("/api/organizations", body.put("id", id).toString());
            case "organization.merged" -> ledger.post("/api/organizations/" + id + "/merge", body.toString());
            case "organization.merge-reversed" ->
                ledger.post("/api/organizations/" + id + "/merge-reversal", body.toString());
            case "announcement.recorded" -> ledger.post("/api/announcements", body.toString());
            case "announcement.duplicate-unlinked" -> ledger.delete(at(ids, id) + "/duplicate");
            case "announcement.duplicate-linked" -> {
                String target = body.path("duplicateOf").asString();
                yield ledger.post(
                        at(ids, id) + "/duplicate",
                        body.put("duplicateOf", ids.getOrDefault(target, "nobody"))
                                .toString());
            }
            default -> ledger.post(at(ids, id) + "/" + ROUTES.get(type), body.toString());
        };
        assertThat(answer.status())
                .as(type + " " + answer.text())
                .isNotEqualTo(400)
                .isLessThan(500);
        if (type.equals("announcement.recorded") && answer.status() == 201) {
            ids.put(id, answer.json().path("id").asString());
        }
    }

    private static String at(Map<String, String> ids, String id) {
        return "/api/announcements/" + ids.getOrDefault(id, "nobody");
    }
}
