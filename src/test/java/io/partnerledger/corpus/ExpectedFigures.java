package io.partnerledger.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger;
import io.partnerledger.RunningLedger.Answer;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares what a running ledger answers over HTTP with a file that an independent program wrote. */
final class ExpectedFigures {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final RunningLedger ledger;
    private final Map<String, String> idsByRef;
    private final long position;
    private final JsonNode expected;

    private ExpectedFigures(RunningLedger ledger, Map<String, String> idsByRef, long position, JsonNode expected) {
        this.ledger = ledger;
        this.idsByRef = idsByRef;
        this.position = position;
        this.expected = expected;
    }

    /** At this position and the file's day the ledger's figures are the file's. */
    static void are(String file, RunningLedger ledger, Map<String, String> idsByRef, long position) {
        new ExpectedFigures(ledger, idsByRef, position, Corpus.json(file)).agree(file);
    }

    /** The same, and who has no roster in the file has none in the ledger either. */
    static void areAllOf(String file, RunningLedger ledger, Map<String, String> idsByRef, long position) {
        are(file, ledger, idsByRef, position);
        new ExpectedFigures(ledger, idsByRef, position, Corpus.json(file)).nobodyElseHasPartners(file);
    }

    private void agree(String file) {
        same(file + " totals", get("/api/totals?").path("rows"), expected.path("totals"));
        same(file + " deals", deals(), expected.path("deals"));
        same(file + " claims", get("/api/claims?").path("claims"), expected.path("claims"));
        same(file + " conflicts", conflicts(), expected.path("conflicts"));
        same(file + " rosters", rosters(), expected.path("rosters"));
    }

    private static void same(String what, JsonNode answered, JsonNode expected) {
        assertThat(like(expected, answered)).as(what).isEqualTo(expected);
    }

    /** What was answered, without the fields that the file knows nothing of. */
    private static JsonNode like(JsonNode expected, JsonNode answered) {
        if (expected.isObject() && answered.isObject()) {
            ObjectNode like = NODES.objectNode();
            expected.propertyNames().forEach(name -> like.set(name, like(expected.get(name), answered.path(name))));
            return like;
        }
        if (expected.isArray() && expected.size() == answered.size()) {
            ArrayNode like = NODES.arrayNode();
            for (int i = 0; i < expected.size(); i++) {
                like.add(like(expected.get(i), answered.get(i)));
            }
            return like;
        }
        return answered;
    }

    private JsonNode deals() {
        ObjectNode deals = NODES.objectNode();
        for (JsonNode deal : get("/api/deals?").path("deals")) {
            Map<String, BigDecimal> paid = new TreeMap<>();
            for (JsonNode payment : deal.path("payments")) {
                if (payment.path("counted").asBoolean()) {
                    paid.merge(
                            payment.path("currency").asString(),
                            new BigDecimal(payment.path("amount").asString()),
                            BigDecimal::add);
                }
            }
            ObjectNode tranches = ((ObjectNode) deal).putObject("tranches");
            paid.forEach((currency, sum) -> tranches.put(currency, sum.toPlainString()));
            deals.set(deal.path("deal").asString(), deal);
        }
        assertThat(deals.propertyNames())
                .containsExactlyElementsOf(expected.path("deals").propertyNames());
        return deals;
    }

    private JsonNode conflicts() {
        ArrayNode conflicts = NODES.arrayNode();
        for (JsonNode conflict : get("/api/conflicts?").path("conflicts")) {
            if (!conflict.path("deal").isNull()) {
                String several = conflict.path("type").asString().replace("several-", "");
                conflicts.add(((ObjectNode) conflict).set(several, conflict.path("values")));
            }
        }
        return conflicts;
    }

    private JsonNode rosters() {
        ObjectNode rosters = NODES.objectNode();
        expected.path("rosters").propertyNames().forEach(id -> rosters.set(id, roster(id)));
        return rosters;
    }

    private void nobodyElseHasPartners(String file) {
        for (JsonNode organization :
                json("/api/organizations?limit=1000&minPosition=" + position).path("items")) {
            String id = organization.path("id").asString();
            boolean answersForItself = organization.path("mergedInto").isNull();
            if (answersForItself && !expected.path("rosters").has(id)) {
                assertThat(roster(id).path("partners")).as(file + " " + id).isEmpty();
            }
        }
    }

    private JsonNode roster(String subject) {
        return roster(get("/api/roster?subject=" + subject + "&"));
    }

    private static JsonNode roster(JsonNode answer) {
        Map<String, ObjectNode> partners = new TreeMap<>();
        ArrayNode current = NODES.arrayNode();
        for (JsonNode partner : answer.path("partners")) {
            current.add(partner.path("id"));
            partnerIn(partners, partner).set("roles", partner.path("roles"));
        }
        answer.path("former").forEach(partner -> partnerIn(partners, partner).set("former", partner.path("roles")));
        ObjectNode roster = NODES.objectNode().put("count", current.size());
        roster.set("current", current);
        roster.putArray("partners").addAll(partners.values());
        return roster;
    }

    private static ObjectNode partnerIn(Map<String, ObjectNode> partners, JsonNode partner) {
        return partners.computeIfAbsent(partner.path("id").asString(), id -> {
            ObjectNode added = NODES.objectNode().put("id", id);
            added.putArray("roles");
            added.putArray("former");
            return added;
        });
    }

    private JsonNode get(String question) {
        return json(question + "validAt=" + expected.path("validAt").asString() + "&minPosition=" + position);
    }

    /** The answer with the corpus' names of the announcements in place of their ids. */
    private JsonNode json(String path) {
        Answer answer = ledger.get(path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        String text = answer.text();
        for (Map.Entry<String, String> named : idsByRef.entrySet()) {
            text = text.replace(named.getValue(), named.getKey());
        }
        return JSON.readTree(text);
    }
}
