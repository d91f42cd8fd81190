package io.partnerledger.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** The deals one by one. */
@Command(
        name = "deals",
        description = "Show each deal: its parties, its ceiling and where that lies.",
        mixinStandardHelpOptions = true)
final class DealsCommand extends MoneyCommand {

    @Override
    String path() {
        return "/api/deals";
    }

    @Override
    String table(JsonNode answer) {
        Table table = new Table(
                List.of(
                        "deal",
                        "from",
                        "to",
                        "instrument",
                        "stage",
                        "currency",
                        "ceiling",
                        "paid",
                        "outstanding",
                        "non-binding",
                        "rumoured",
                        "lapsed",
                        "ended"),
                Set.of(6, 7, 8, 9, 10, 11));
        for (JsonNode deal : answer.path("deals")) {
            table.add(
                    deal.path("deal").asString(),
                    deal.path("from").asString(""),
                    deal.path("to").asString(""),
                    deal.path("instrument").asString(""),
                    deal.path("stage").asString(""),
                    deal.path("currency").asString(""),
                    ceiling(deal),
                    grouped(deal.path("paid").asString()),
                    grouped(deal.path("outstanding").asString()),
                    grouped(deal.path("nonBinding").asString()),
                    grouped(deal.path("rumoured").asString()),
                    grouped(deal.path("lapsed").asString()),
                    deal.path("ended").asString(""));
        }
        return table.toString();
    }

    private static String ceiling(JsonNode deal) {
        return deal.path("ceiling").isNull()
                ? "undisclosed"
                : grouped(deal.path("ceiling").asString())
                        + (deal.path("openEnded").asBoolean() ? "+" : "");
    }
}
