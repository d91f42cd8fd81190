package io.partnerledger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was once stored stays readable. An approved file is never edited: a change that breaks it needs a new revision,
 * a new file and an upcaster. {@code -Dapproved=apply} writes the files that are missing.
 */
class ApprovedEventsTest {

    private static final Path APPROVED = Path.of("src", "test", "resources", "approved");

    private final WireCodec codec = new WireCodec();

    static Stream<EventType> types() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theApprovedBytesAreReadIntoThePresentEvent(EventType type) throws IOException {
        assertThat(codec.decode(type.name(), type.revision(), approved(type))).isEqualTo(SampleEvents.of(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void thePresentEventIsWrittenAsTheApprovedBytes(EventType type) throws IOException {
        assertThat(text(codec.encode(SampleEvents.of(type)))).isEqualTo(text(approved(type)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void theApprovedBytesFitTheirSchema(EventType type) throws IOException {
        assertThat(EventSchemas.faults(type, tree(approved(type)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void fieldsOfALaterVersionArePassedOver(EventType type) throws IOException {
        JsonNode later = tree(approved(type));
        addFields(later);

        assertThat(EventSchemas.faults(type, later)).isEmpty();
        assertThat(codec.decode(type.name(), type.revision(), WireJson.strict().writeValueAsBytes(later)))
                .isEqualTo(SampleEvents.of(type));
    }

    private static void addFields(JsonNode node) {
        node.values().forEach(ApprovedEventsTest::addFields);
        if (node instanceof ObjectNode object) {
            object.put("fromTheFuture", 1);
            object.putObject("alsoFromTheFuture").putArray("kind").add(true);
        }
    }

    private static byte[] approved(EventType type) throws IOException {
        Path file = APPROVED.resolve(EventSchemas.fileOf(type));
        if ("apply".equals(System.getProperty("approved")) && Files.notExists(file)) {
            Files.write(file, new WireCodec().encode(SampleEvents.of(type)));
        }
        return Files.readAllBytes(file);
    }

    private static JsonNode tree(byte[] data) {
        return WireJson.strict().readTree(data);
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }
}
