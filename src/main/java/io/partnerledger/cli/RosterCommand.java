package io.partnerledger.cli;

import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Who partners with a subject. */
@Command(name = "roster", description = "Show the partners of an organization.", mixinStandardHelpOptions = true)
final class RosterCommand extends ViewCommand {

    @Parameters(index = "0", paramLabel = "SUBJECT", description = "An organization's id.")
    @Nullable
    String subject;

    @Override
    @Nullable
    String subject() {
        return subject;
    }

    @Override
    String path() {
        return "/api/roster";
    }

    @Override
    String table(JsonNode answer) {
        Table table = new Table(List.of("partner", "role", "since", "products"), Set.of());
        for (JsonNode partner : answer.path("partners")) {
            for (JsonNode role : partner.path("roles")) {
                StringJoiner products = new StringJoiner(", ");
                role.path("products").forEach(product -> products.add(product.asString()));
                table.add(
                        partner.path("name").asString(),
                        role.path("role").asString(),
                        role.path("sinceAsWritten").asString(),
                        products.toString());
            }
        }
        return table.toString();
    }
}
