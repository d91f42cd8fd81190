package io.partnerledger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Quantity;
import io.partnerledger.announcement.Source;
import io.partnerledger.organization.Identifiers;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EventSchemasTest {

    private static final JsonNode DEFINITIONS = EventSchemas.tree("common.json").get("$defs");

    record Described(String name, Class<?> type, JsonNode schema) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Described> records() {
        Stream<Described> events = EventTypes.all().stream()
                .map(type -> new Described(type.name(), type.event(), EventSchemas.tree(EventSchemas.fileOf(type))));
        Stream<Described> statements = StatementKinds.all().stream()
                .map(kind -> new Described(kind, StatementKinds.named(kind).orElseThrow(), DEFINITIONS.get(kind)));
        Stream<Described> values = Map.of(
                        "amount", Amount.class,
                        "quantity", Quantity.class,
                        "source", Source.class,
                        "identifiers", Identifiers.class,
                        "ticker", Identifiers.Ticker.class)
                .entrySet()
                .stream()
                .map(value -> new Described(value.getKey(), value.getValue(), DEFINITIONS.get(value.getKey())));
        return Stream.of(events, statements, values).flatMap(described -> described);
    }

    @Test
    void everyTypeHasASchemaAndNoSchemaLacksAType() throws IOException {
        try (var files = Files.list(EventSchemas.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of("common.json"),
                                    EventTypes.all().stream().map(EventSchemas::fileOf))
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void aSchemaHasTheFieldsOfItsRecordAndRequiresWhatIsNeverAbsent(Described described) {
        List<RecordShape.Part> parts = RecordShape.of(described.type()).parts();

        assertThat(described.schema().get("properties").propertyNames())
                .filteredOn(name -> !"kind".equals(name))
                .containsExactlyElementsOf(
                        parts.stream().map(RecordShape.Part::name).toList());
        assertThat(texts(described.schema().get("required")))
                .filteredOn(name -> !"kind".equals(name))
                .containsExactlyElementsOf(parts.stream()
                        .filter(RecordShape.Part::isRequired)
                        .map(RecordShape.Part::name)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("records")
    void aFieldHasTheTypeOfItsComponent(Described described) {
        for (RecordShape.Part part : RecordShape.of(described.type()).parts()) {
            assertFits(part.type(), described.schema().get("properties").get(part.name()), part.name());
        }
    }

    @Test
    void everyStatementIsNamedByItsKind() {
        assertThat(texts(DEFINITIONS.get("statement").get("oneOf").findValues("$ref")))
                .containsExactlyElementsOf(StatementKinds.all().stream()
                        .map(kind -> "#/$defs/" + kind)
                        .toList());
        StatementKinds.all()
                .forEach(kind -> assertThat(DEFINITIONS
                                .at("/" + kind + "/properties/kind/const")
                                .stringValue())
                        .isEqualTo(kind));
    }

    @Property(tries = 300)
    @Domain(GeneratedEvents.class)
    void whateverIsEncodedFitsItsSchema(@ForAll Record event) {
        JsonNode content = WireJson.strict().readTree(new WireCodec().encode(event));

        assertThat(EventSchemas.faults(EventTypes.of(event), content)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'qualifier':'exact','currency':'USD'}",
                "{'qualifier':'exact','value':'1'}",
                "{'qualifier':'exact','value':'1','max':'2','currency':'USD'}",
                "{'qualifier':'range','min':'1','currency':'USD'}",
                "{'qualifier':'range','min':'1','max':'2','value':'2','currency':'USD'}",
                "{'qualifier':'undisclosed','value':'1','currency':'USD'}",
                "{'qualifier':'exact','value':'1.50','currency':'USD'}",
                "{'qualifier':'exact','value':'-1','currency':'USD'}",
                "{'qualifier':'exact','value':1,'currency':'USD'}",
                "{'qualifier':'exact','value':'1e9','currency':'USD'}",
                "{'qualifier':'nearly','value':'1','currency':'USD'}",
                "{'value':'1','currency':'USD'}"
            })
    void anAmountThatBreaksItsRuleFitsNoSchema(String amount) {
        String event =
                "{'announcement':'a1','announcedOn':'2026','source':{'publisher':'P','title':'T','tier':'social'},"
                        + "'statements':[{'kind':'tranche-paid','deal':'d','amount':" + amount + "}]}";
        JsonNode content = WireJson.strict().readTree(event.replace('\'', '"'));

        assertThat(EventSchemas.faults(EventTypes.named("announcement.recorded").orElseThrow(), content))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026",
                "2026-05",
                "2026-05-07",
                "2026-05-07T10:00:00Z",
                "2026~",
                "202X?",
                "20XX",
                "2026-XX",
                "2026-XX-XX",
                "2026-05-XX",
                "2026-24",
                "2026/2027",
                "2026-05-01/..",
                "../2026",
                "/2026",
                "2026/"
            })
    void theDatePatternKnowsEveryForm(String written) {
        Pattern pattern = Pattern.compile(DEFINITIONS.at("/date/pattern").stringValue());

        assertThat(SampleEvents.date(written).written()).matches(pattern);
        assertThat(written + "x").doesNotMatch(pattern);
    }

    private static void assertFits(Type type, JsonNode schema, String name) {
        if (type instanceof ParameterizedType list) {
            assertThat(schema.get("type").stringValue()).isEqualTo("array");
            assertFits(list.getActualTypeArguments()[0], schema.get("items"), name);
            return;
        }
        Class<?> plain = (Class<?>) type;
        JsonNode resolved = schema.has("$ref")
                ? DEFINITIONS.get(afterLast(schema.get("$ref").stringValue()))
                : schema;
        if (plain.isEnum()) {
            assertThat(texts(resolved.get("enum"))).as(name).containsExactlyElementsOf(EnumNames.namesOf(plain));
        } else if (plain == String.class) {
            assertThat(resolved.get("type").stringValue()).as(name).isEqualTo("string");
        } else if (plain == BigDecimal.class || plain == EventDate.class) {
            assertThat(schema.get("$ref").stringValue()).endsWith(plain == EventDate.class ? "/date" : "/decimal");
        } else if (plain == Boolean.class) {
            assertThat(resolved.get("type").stringValue()).as(name).isEqualTo("boolean");
        } else if (plain == int.class || plain == Integer.class || plain == long.class) {
            assertThat(resolved.get("type").stringValue()).as(name).isEqualTo("integer");
        } else {
            assertThat(schema.get("$ref").stringValue()).endsWithIgnoringCase("/" + plain.getSimpleName());
        }
    }

    private static String afterLast(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static List<String> texts(Iterable<JsonNode> nodes) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }
}
