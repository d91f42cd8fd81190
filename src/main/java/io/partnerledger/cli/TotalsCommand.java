package io.partnerledger.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The money between organizations. */
@Command(
        name = "totals",
        description = "Show what is committed and paid, per direction, instrument and currency.",
        mixinStandardHelpOptions = true)
final class TotalsCommand extends ViewCommand {

    private static final List<String> FIGURES =
            List.of("committed", "paid", "outstanding", "nonBinding", "rumoured", "lapsed");

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "In this currency, such as EUR, where there is a rate.")
    @Nullable
    String currency;

    @Override
    Map<String, String> besides() {
        return currency == null ? Map.of() : Map.of("currency", currency);
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

    @Override
    String path() {
        return "/api/totals";
    }

    @Override
    String table(JsonNode answer) {
        Table table = new Table(
                List.of(
                        "from",
                        "to",
                        "instrument",
                        "currency",
                        "committed",
                        "paid",
                        "outstanding",
                        "non-binding",
                        "rumoured",
                        "lapsed",
                        "deals",
                        "undisclosed"),
                Set.of(4, 5, 6, 7, 8, 9, 10, 11));
        for (JsonNode row : answer.path("rows")) {
            List<String> figures = FIGURES.stream()
                    .map(figure -> grouped(row.path(figure).asString()))
                    .toList();
            table.add(
                    row.path("from").asString(),
                    row.path("to").asString(),
                    row.path("instrument").asString(),
                    row.path("currency").asString(),
                    figures.get(0) + (row.path("openEnded").asBoolean() ? "+" : ""),
                    figures.get(1),
                    figures.get(2),
                    figures.get(3),
                    figures.get(4),
                    figures.get(5),
                    row.path("deals").asString(),
                    row.path("undisclosedDeals").asString());
        }
        return table.toString();
    }

    private static String grouped(String decimal) {
        BigDecimal amount = new BigDecimal(decimal);
        return String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
    }
}
