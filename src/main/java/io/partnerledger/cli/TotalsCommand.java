package io.partnerledger.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** The money between organizations. */
@Command(
        name = "totals",
        description = "Show what is committed and paid, per direction, instrument and currency.",
        mixinStandardHelpOptions = true)
final class TotalsCommand extends MoneyCommand {

    private static final List<String> FIGURES =
            List.of("committed", "paid", "outstanding", "nonBinding", "rumoured", "lapsed");

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
}
