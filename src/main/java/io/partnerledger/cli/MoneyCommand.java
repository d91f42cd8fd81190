package io.partnerledger.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** A question about money, which can be answered in one currency. */
abstract class MoneyCommand extends WholeLedgerCommand {

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "In this currency, such as EUR, where there is a rate.")
    @Nullable
    String currency;

    @Override
    void putBesides(Map<String, String> parameters) {
        put(parameters, "currency", currency);
    }

    @Override
    String remark(JsonNode answer) {
        JsonNode rates = answer.path("rates");
        if (rates.isMissingNode()) {
            return "";
        }
        String notice = rates.path("notice").asString("");
        String from = rates.path("hash").isString()
                ? "\nRates: " + rates.path("source").asString() + " ("
                        + rates.path("hash").asString() + ")."
                : "";
        StringBuilder lines = new StringBuilder(from).append(notice.isEmpty() ? "" : "\n" + notice + ".");
        for (JsonNode missing : rates.path("missing")) {
            lines.append("\nNo rate for ")
                    .append(missing.path("currency").asString())
                    .append(" on ")
                    .append(missing.path("day").asString())
                    .append(": left as it is.");
        }
        return lines.toString();
    }

    static String grouped(String decimal) {
        BigDecimal amount = new BigDecimal(decimal);
        return String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
    }
}
