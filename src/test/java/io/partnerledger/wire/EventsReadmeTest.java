package io.partnerledger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventsReadmeTest {

    @Test
    void theTableOfEventsSaysWhatTheCodeDoes() throws IOException {
        String readme = Files.readString(Path.of("events", "README.md"));

        assertThat(readme.lines()
                        .filter(line -> line.startsWith("| `organization.") || line.startsWith("| `announcement."))
                        .map(EventsReadmeTest::withoutTheProse))
                .containsExactlyElementsOf(
                        EventTypes.all().stream().map(EventsReadmeTest::row).toList());
    }

    @Test
    void theTableMeansWhatTheSchemasMean() throws IOException {
        String readme = Files.readString(Path.of("events", "README.md"));

        EventTypes.all()
                .forEach(type -> assertThat(readme)
                        .contains("| "
                                + EventSchemas.tree(EventSchemas.fileOf(type))
                                        .get("description")
                                        .stringValue() + " |"));
    }

    private static String withoutTheProse(String line) {
        String[] cells = line.split(" ?\\| ?", -1);
        return cells[1] + " " + cells[2] + " " + cells[4];
    }

    private static String row(EventType type) {
        return "`" + type.name() + "` " + type.revision() + " "
                + RecordShape.of(type.event()).parts().stream()
                        .map(part -> "`" + part.name() + (part.items() != null ? "[]" : "")
                                + (part.isNullable() ? "?" : "") + "`")
                        .collect(Collectors.joining(" "));
    }
}
