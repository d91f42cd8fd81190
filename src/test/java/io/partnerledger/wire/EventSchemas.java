package io.partnerledger.wire;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The schemas that ship, as a reader of the events would use them. */
final class EventSchemas {

    static final Path FOLDER = Path.of("events", "schema");
    private static final String BASE = "https://schemas.example/";

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(iri -> text(FOLDER.resolve(iri.substring(BASE.length())))));

    private EventSchemas() {}

    static String fileOf(EventType type) {
        return type.name() + ".v" + type.revision() + ".json";
    }

    static List<Error> faults(EventType type, JsonNode content) {
        Schema schema = REGISTRY.getSchema(SchemaLocation.of(BASE + fileOf(type)));
        return schema.validate(content);
    }

    static JsonNode tree(String file) {
        return WireJson.strict().readTree(text(FOLDER.resolve(file)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
