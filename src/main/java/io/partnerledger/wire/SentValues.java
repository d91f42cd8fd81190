package io.partnerledger.wire;

import io.partnerledger.announcement.Edtf;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.wire.MalformedRequest.Code;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the single values of what was sent in, other than texts; nothing is taken for something else. */
final class SentValues {

    private interface Reading {
        Object read(JsonNode node, Pointer at);
    }

    private static final Map<Class<?>, Reading> READINGS = Map.of(
            BigDecimal.class, (node, at) -> decimal(text(node, at), at),
            EventDate.class, (node, at) -> date(text(node, at), at),
            boolean.class, SentValues::truth,
            Boolean.class, SentValues::truth,
            int.class, (node, at) -> (int) whole(node, Integer.MAX_VALUE, at),
            Integer.class, (node, at) -> (int) whole(node, Integer.MAX_VALUE, at),
            long.class, (node, at) -> whole(node, Long.MAX_VALUE, at),
            Long.class, (node, at) -> whole(node, Long.MAX_VALUE, at));

    private SentValues() {}

    static Object read(JsonNode node, Class<?> type, Pointer at) {
        Reading reading = READINGS.get(type);
        return reading != null ? reading.read(node, at) : named(text(node, at), type, at);
    }

    private static BigDecimal decimal(String written, Pointer at) {
        return switch (Decimals.fault(written)) {
            case null -> Decimals.canonical(written);
            case NEGATIVE_AMOUNT ->
                throw new MalformedRequest(at, Code.NEGATIVE_AMOUNT, "An amount is not below zero.");
            case Code other ->
                throw new MalformedRequest(
                        at,
                        other,
                        "'" + TextRule.shortened(written) + "' is not a plain decimal such as \"4000000000\" or \"1.5\""
                                + " (up to 30 digits before the point, 12 after).");
        };
    }

    private static EventDate date(String written, Pointer at) {
        try {
            return Edtf.parse(written);
        } catch (IllegalArgumentException refused) {
            throw new MalformedRequest(at, Code.BAD_DATE, refused.getMessage() + ".");
        }
    }

    private static Object named(String name, Class<?> type, Pointer at) {
        if (!type.isEnum()) {
            throw new IllegalStateException("No rule reads " + type + " from a request");
        }
        Enum<?> value = EnumNames.byName(type).get(name);
        if (value == null) {
            throw unknown(at, name, EnumNames.namesOf(type));
        }
        return value;
    }

    private static boolean truth(JsonNode node, Pointer at) {
        if (!node.isBoolean()) {
            throw wrongType(at, "true or false", node);
        }
        return node.booleanValue();
    }

    private static long whole(JsonNode node, long most, Pointer at) {
        if (!node.isIntegralNumber()) {
            throw wrongType(at, "a whole number", node);
        }
        if (!node.canConvertToLong() || node.longValue() < 0 || node.longValue() > most) {
            throw new MalformedRequest(at, Code.OUT_OF_RANGE, "The number lies between 0 and " + most + ".");
        }
        return node.longValue();
    }

    static String text(JsonNode node, Pointer at) {
        if (!node.isString()) {
            throw wrongType(at, "a string", node);
        }
        return node.stringValue();
    }

    static MalformedRequest unknown(Pointer at, String name, List<String> known) {
        return new MalformedRequest(
                at,
                Code.UNKNOWN_VALUE,
                "'" + TextRule.shortened(name) + "' is not one of " + String.join(", ", known) + ".");
    }

    static MalformedRequest wrongType(Pointer at, String wanted, JsonNode found) {
        String kind = found.getNodeType().name().toLowerCase(Locale.ROOT);
        return new MalformedRequest(at, Code.WRONG_TYPE, "Here goes " + wanted + ", not a JSON " + kind + ".");
    }
}
