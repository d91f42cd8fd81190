package io.partnerledger.announcement.decision;

import io.partnerledger.announcement.EventDate;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one text of a statement or a source: equal exactly where the two say the same. A record is its name and its
 * components in their order, {@code TranchePaid(deal="d" amount=Amount(qualifier=EXACT value=1 currency="USD"))}. What
 * is absent leaves no trace, so that a component added later changes no text. Numbers lose their trailing zeros, dates
 * are as written, lists inside a record are sets. Announcement ids are made from this text: renaming a type or a
 * component here changes the ids of what is recorded again.
 */
final class Canonical {

    private record Part(String name, Method accessor) {}

    /** Kept, because a class gives out new methods each time that it is asked, and each is slow at first. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .map(component -> new Part(component.getName(), component.getAccessor()))
                    .toList();
        }
    };

    private Canonical() {}

    /** The text of each, in their order. */
    static List<String> texts(List<?> all) {
        return all.stream().map(Canonical::text).toList();
    }

    static String text(Object value) {
        StringBuilder text = new StringBuilder(160);
        add(value, text);
        return text.toString();
    }

    private static void add(Object value, StringBuilder text) {
        switch (value) {
            case BigDecimal number ->
                text.append(
                        number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
            case EventDate date -> text.append(date.written());
            case String words -> quoted(words, text);
            case Enum<?> constant -> text.append(constant.name());
            case List<?> list -> set(list, text);
            case Record parts -> named(parts, text);
            default -> text.append(value);
        }
    }

    private static void quoted(String words, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        text.append('"');
    }

    private static void set(List<?> list, StringBuilder text) {
        if (list.size() == 1) {
            text.append('[');
            add(list.getFirst(), text);
            text.append(']');
        } else {
            text.append(
                    list.stream().map(Canonical::text).sorted().distinct().collect(Collectors.joining(",", "[", "]")));
        }
    }

    private static void named(Record parts, StringBuilder text) {
        text.append(parts.getClass().getSimpleName()).append('(');
        boolean first = true;
        for (Part part : PARTS.get(parts.getClass())) {
            Object value = read(part, parts);
            if (value != null && !value.equals(List.of())) {
                text.append(first ? "" : " ").append(part.name()).append('=');
                add(value, text);
                first = false;
            }
        }
        text.append(')');
    }

    private static @Nullable Object read(Part part, Record parts) {
        try {
            return part.accessor().invoke(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The components of a record can be read: " + part.name(), e);
        }
    }
}
