package io.partnerledger.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger;
import io.partnerledger.RunningLedger.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Sends the lines of the corpus to a running ledger, and remembers which announcement is which line's. */
final class Editor {

    private final RunningLedger ledger;
    private final Map<String, String> idsByRef = new HashMap<>();
    private long position = -1;

    Editor(RunningLedger ledger) {
        this.ledger = ledger;
    }

    /** The position of the last thing done. */
    long position() {
        return position;
    }

    Map<String, String> idsByRef() {
        return Map.copyOf(idsByRef);
    }

    void register(List<JsonNode> organizations) {
        organizations.forEach(organization -> send("/api/organizations", organization, 201));
    }

    void record(List<JsonNode> announcements) {
        for (JsonNode line : announcements) {
            ObjectNode body = (ObjectNode) line.deepCopy();
            String ref = body.remove("ref").asString();
            idsByRef.put(ref, send("/api/announcements", body, 201).path("id").asString());
        }
    }

    void curate(List<JsonNode> calls) {
        for (JsonNode call : calls) {
            String announcement =
                    "/api/announcements/" + idsByRef.get(call.path("ref").asString());
            ObjectNode body = body("reason", call.path("reason").asString());
            if (call.path("action").asString().equals("duplicate")) {
                body.put("duplicateOf", idsByRef.get(call.path("of").asString()));
                send(announcement + "/duplicate", body, 200);
            } else {
                body.put("rank", call.path("action").asString());
                send(announcement + "/rank", body, 200);
            }
        }
    }

    void merge(List<JsonNode> merges) {
        for (JsonNode merge : merges) {
            ObjectNode body = (ObjectNode) merge.deepCopy();
            String absorbed = body.remove("organization").asString();
            send("/api/organizations/" + absorbed + "/merge", body, 200);
        }
    }

    void reverse(List<JsonNode> merges) {
        for (JsonNode merge : merges) {
            String absorbed = merge.path("organization").asString();
            send("/api/organizations/" + absorbed + "/merge-reversal", body("reason", "For now both answer"), 200);
        }
    }

    private static ObjectNode body(String field, String value) {
        return JsonNodeFactory.instance.objectNode().put(field, value);
    }

    private JsonNode send(String path, JsonNode body, int status) {
        Answer answer = ledger.post(path, body.toString(), "X-Actor", "editor");
        assertThat(answer.status()).as(path + " " + body + " " + answer.text()).isEqualTo(status);
        position = answer.json().path("position").asLong();
        return answer.json();
    }
}
