package io.partnerledger.wire;

import static io.partnerledger.wire.CloudEventNames.CONTENT_TYPE;
import static io.partnerledger.wire.CloudEventNames.ID;
import static io.partnerledger.wire.CloudEventNames.POSITION;
import static io.partnerledger.wire.CloudEventNames.SOURCE;
import static io.partnerledger.wire.CloudEventNames.SPEC_VERSION;
import static io.partnerledger.wire.CloudEventNames.SUBJECT;
import static io.partnerledger.wire.CloudEventNames.TIME;
import static io.partnerledger.wire.CloudEventNames.TYPE;
import static io.partnerledger.wire.CloudEventNames.TYPE_PREFIX;

import io.partnerledger.wire.MalformedRequest.Code;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The attributes of one CloudEvents line, strictly read: everything beside its data. */
record Attributes(
        String id,
        String type,
        int revision,
        String subject,
        Instant time,
        @Nullable Long position,
        Map<String, Object> metadata) {

    private record Revised(String name, int revision) {}

    private static final Map<String, Revised> PRESENT = EventTypes.all().stream()
            .collect(Collectors.toUnmodifiableMap(
                    type -> TYPE_PREFIX + type.name() + ".v" + type.revision(),
                    type -> new Revised(type.name(), type.revision())));
    private static final Pattern TYPE_FORM = Pattern.compile(Pattern.quote(TYPE_PREFIX) + "(.+)\\.v(\\d{1,9})");

    static Attributes of(JsonNode line) {
        if (!line.isObject()) {
            throw SentValues.wrongType(Pointer.ROOT, "an object", line);
        }
        requireValue(line, SPEC_VERSION, "1.0");
        if (line.has(CONTENT_TYPE)) {
            requireValue(line, CONTENT_TYPE, "application/json");
        }
        text(line, SOURCE);
        Revised type = revised(text(line, TYPE));
        return new Attributes(
                text(line, ID),
                type.name(),
                type.revision(),
                text(line, SUBJECT),
                time(text(line, TIME)),
                position(line.get(POSITION)),
                metadata(line));
    }

    private static Revised revised(String written) {
        Revised present = PRESENT.get(written);
        if (present != null) {
            return present;
        }
        Matcher type = TYPE_FORM.matcher(written);
        if (!type.matches()) {
            throw fault(TYPE, Code.UNKNOWN_VALUE, "A type reads " + TYPE_PREFIX + "<name>.v<revision>.");
        }
        return new Revised(type.group(1), Integer.parseInt(type.group(2)));
    }

    static MalformedRequest fault(String attribute, Code code, String detail) {
        return new MalformedRequest(Pointer.ROOT.to(attribute), code, detail);
    }

    private static void requireValue(JsonNode line, String attribute, String wanted) {
        if (!wanted.equals(text(line, attribute))) {
            throw fault(attribute, Code.UNKNOWN_VALUE, "Only '" + wanted + "' is known here.");
        }
    }

    private static String text(JsonNode line, String attribute) {
        Pointer at = Pointer.ROOT.to(attribute);
        JsonNode value = line.get(attribute);
        if (value == null || value.isNull()) {
            throw new MalformedRequest(at, Code.MISSING_FIELD, "'" + attribute + "' is required.");
        }
        return TextRule.PLAIN.checked(SentValues.text(value, at), at);
    }

    private static Instant time(String written) {
        try {
            Instant time = Instant.parse(written);
            if (time.truncatedTo(ChronoUnit.MICROS).equals(time)) {
                return time;
            }
        } catch (DateTimeException malformed) {
            // Answered below, like a time that is finer than the log stores.
        }
        throw fault(TIME, Code.BAD_DATE, "A time reads 2026-11-23T10:00:00Z, with microseconds at most.");
    }

    private static @Nullable Long position(@Nullable JsonNode value) {
        return value == null ? null : (Long) SentValues.read(value, Long.class, Pointer.ROOT.to(POSITION));
    }

    private static Map<String, Object> metadata(JsonNode line) {
        Map<String, Object> metadata = new TreeMap<>();
        line.forEachEntry((name, value) -> {
            if (CloudEventNames.isExtension(name)) {
                metadata.put(name, extension(name, value));
            } else if (!CloudEventNames.isOwn(name)) {
                throw fault(
                        name, Code.UNKNOWN_FIELD, "'" + TextRule.shortened(name) + "' is no attribute of an event.");
            }
        });
        return metadata;
    }

    private static Object extension(String name, JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isInt() || value.isLong()) {
            return value.numberValue();
        }
        TextRule rule = name.equals(CloudEventNames.IMPORTED) ? TextRule.IMPORTED : TextRule.PLAIN;
        Pointer at = Pointer.ROOT.to(name);
        return rule.checked(SentValues.text(value, at), at);
    }
}
