package io.partnerledger.wire;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Statement;
import io.partnerledger.wire.MalformedRequest.Code;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what was sent in, strictly, into any record made of texts, whole numbers, booleans, {@link BigDecimal} (decimal
 * strings of up to 30 digits before the point and 12 after), {@link EventDate}, enums, {@link Statement}s, records and
 * lists of these. A component is required unless it is {@code @Nullable} or a list; an absent list is empty, or null
 * where it may be. The first fault ends the reading with a {@link MalformedRequest}.
 */
public final class RequestJson {

    private static final int MOST_ITEMS = 1_000;

    private static final RequestJson ASKED = new RequestJson(TextRule::checkedAnew);

    /** What was recorded under the rules of its day stays readable. */
    private static final RequestJson RECORDED = new RequestJson(TextRule::checked);

    private final Texts texts;

    /** What is held against the rule of a text. */
    private interface Texts {
        String checked(TextRule rule, String text, Pointer at);
    }

    private RequestJson(Texts texts) {
        this.texts = texts;
    }

    /** The record that this body spells. */
    public static <T extends Record> T read(byte[] body, Class<T> type) {
        return type.cast(ASKED.record(SentTree.of(body), type, Pointer.ROOT));
    }

    /** A text that was sent as a parameter of the query, under the rule that the field of its name has in a body. */
    public static String parameter(String name, String text) {
        return TextRule.of(name).checkedAnew(text, Pointer.ROOT.to(name));
    }

    /** The event that this part of a line spells. */
    static <T extends Record> T recorded(JsonNode part, Class<T> type, Pointer at) {
        return type.cast(RECORDED.record(part, type, at));
    }

    private Object record(JsonNode node, Class<?> type, Pointer at) {
        requireObject(node, at);
        RecordShape shape = RecordShape.of(type);
        refuseUnknown(node, shape, at, Statement.class.isAssignableFrom(type));
        @Nullable Object[] values = new Object[shape.parts().size()];
        for (int i = 0; i < values.length; i++) {
            RecordShape.Part part = shape.part(i);
            JsonNode value = node.get(part.name());
            Pointer there = at.to(part.name());
            if (value != null && !value.isNull()) {
                values[i] = part.items() == null
                        ? value(value, part.type(), part.name(), there)
                        : list(value, part.items(), part.name(), there);
            } else if (part.isRequired()) {
                throw new MalformedRequest(there, Code.MISSING_FIELD, "'" + part.name() + "' is required.");
            } else {
                values[i] = part.isNullable() ? null : List.of();
            }
        }
        return shape.make(values);
    }

    private static void refuseUnknown(JsonNode node, RecordShape shape, Pointer at, boolean hasKind) {
        for (String name : node.propertyNames()) {
            boolean isKnown = shape.has(name) || (hasKind && "kind".equals(name));
            if (!isKnown) {
                throw new MalformedRequest(
                        at.to(name),
                        Code.UNKNOWN_FIELD,
                        "'" + TextRule.shortened(name) + "' is unknown here; known are " + shape.names() + ".");
            }
        }
    }

    private Object value(JsonNode node, Type type, String field, Pointer at) {
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalStateException("No rule reads " + type + " from a request");
        }
        if (plain == Statement.class) {
            return statement(node, at);
        }
        if (plain == String.class) {
            return texts.checked(TextRule.of(field), SentValues.text(node, at), at);
        }
        return plain.isRecord() && plain != EventDate.class
                ? record(node, plain, at)
                : SentValues.read(node, plain, at);
    }

    private List<Object> list(JsonNode node, Type items, String field, Pointer at) {
        if (!node.isArray()) {
            throw SentValues.wrongType(at, "a list", node);
        }
        if (node.size() > MOST_ITEMS) {
            throw new MalformedRequest(at, Code.TOO_MANY, "A list has at most 1,000 items, not " + node.size() + ".");
        }
        List<Object> values = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            values.add(value(node.get(i), items, field, at.to(i)));
        }
        return List.copyOf(values);
    }

    private Object statement(JsonNode node, Pointer at) {
        requireObject(node, at);
        JsonNode kind = node.get("kind");
        Pointer there = at.to("kind");
        if (kind == null || kind.isNull()) {
            throw new MalformedRequest(
                    there, Code.MISSING_FIELD, "'kind' is required: one of " + StatementKinds.all() + ".");
        }
        String name = SentValues.text(kind, there);
        return record(
                node,
                StatementKinds.named(name).orElseThrow(() -> SentValues.unknown(there, name, StatementKinds.all())),
                at);
    }

    private static void requireObject(JsonNode node, Pointer at) {
        if (!node.isObject()) {
            throw SentValues.wrongType(at, "an object", node);
        }
    }
}
