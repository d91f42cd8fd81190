package io.partnerledger.cli;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** A question to a view, about a subject at a point in both times. */
abstract class ViewCommand extends Connected {

    @Option(names = "--valid-at", paramLabel = "DAY", description = "As announced by this day (default: today).")
    @Nullable
    String validAt;

    @Option(names = "--as-of", paramLabel = "INSTANT|position:N", description = "As the ledger knew it then.")
    @Nullable
    String asOf;

    abstract String path();

    /** The organization that is asked about, if it is one. */
    abstract @Nullable String subject();

    /** Puts the parameters that this view takes besides. */
    void putBesides(Map<String, String> parameters) {}

    /** A last line for what the table does not show; empty where there is nothing to say. */
    String remark(JsonNode answer) {
        return "";
    }

    abstract String table(JsonNode answer);

    @Override
    int ask(Ledger ledger) throws IOException, InterruptedException {
        Map<String, String> parameters = new TreeMap<>();
        put(parameters, "subject", subject());
        put(parameters, "validAt", validAt);
        put(parameters, "asOf", asOf);
        putBesides(parameters);
        Ledger.Answer answer = ledger.get(path(), parameters);
        if (!answer.isOk()) {
            complain(json ? answer.text() : answer.complaint());
            return PartnerLedger.REFUSED;
        }
        print(json ? answer.text() : table(answer.json()) + "\n\n" + footer(answer.json()) + remark(answer.json()));
        return PartnerLedger.OK;
    }

    private static String footer(JsonNode answer) {
        return "As announced by " + answer.path("validAt").asString() + ", as known at position "
                + answer.path("position").asLong() + ".";
    }

    static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
