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
        return switch (value) {
            case BigDecimal number ->
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case EventDate date -> date.written();
            case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case Enum<?> constant -> constant.name();
            case List<?> list ->
                list.stream().map(Canonical::text).sorted().distinct().collect(Collectors.joining(",", "[", "]"));
            case Record parts -> named(parts);
            default -> value.toString();
        };
    }

    private static String named(Record parts) {
        StringBuilder text = new StringBuilder(128);
        text.append(parts.getClass().getSimpleName()).append('(');
        boolean first = true;
        for (Part part : PARTS.get(parts.getClass())) {
            Object value = read(part, parts);
            if (value != null && !value.equals(List.of())) {
                text.append(first ? "" : " ").append(part.name()).append('=').append(text(value));
                first = false;
            }
        }
        return text.append(')').toString();
    }

    private static @Nullable Object read(Part part, Record parts) {
        try {
            return part.accessor().invoke(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The components of a record can be read: " + part.name(), e);
        }
    }
}
