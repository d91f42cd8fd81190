package io.partnerledger.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** All that was said, and in recorded order also what became of it. */
@Command(
        name = "timeline",
        description = "Show what was said, standing or not, a page at a time.",
        mixinStandardHelpOptions = true)
final class TimelineCommand extends WholeLedgerCommand {

    @Option(names = "--order", paramLabel = "valid|recorded", description = "By day (the default) or as recorded.")
    @Nullable
    String order;

    @Option(names = "--deal", paramLabel = "SLUG", description = "About this deal alone.")
    @Nullable
    String deal;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many lines.")
    @Nullable
    String limit;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "The page that the one before ended with.")
    @Nullable
    String cursor;

    @Override
    void putBesides(Map<String, String> parameters) {
        put(parameters, "order", order);
        put(parameters, "deal", deal);
        put(parameters, "limit", limit);
        put(parameters, "cursor", cursor);
    }

    @Override
    String remark(JsonNode answer) {
        String next = answer.path("next").asString("");
        return next.isEmpty() ? "" : "\nMore: --cursor=" + next;
    }

    @Override
    String path() {
        return "/api/timeline";
    }

    @Override
    String table(JsonNode answer) {
        Table table = new Table(List.of("announced", "position", "status", "what", "source"), Set.of(1));
        for (JsonNode item : answer.path("items")) {
            table.add(
                    item.path("announcedOn").asString(""),
                    item.path("position").asString(),
                    item.path("status").asString(item.path("kind").asString()),
                    item.path("headline").asString(),
                    item.path("source").path("publisher").asString(""));
        }
        return table.toString();
    }
}
