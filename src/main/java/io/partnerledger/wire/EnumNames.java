package io.partnerledger.wire;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What enum values are called outside the process: {@code CLOUD_PROVIDER} is {@code cloud-provider}. */
public final class EnumNames {

    private static final ClassValue<Map<String, Enum<?>>> BY_NAME = new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> type) {
            return Arrays.stream(type.getEnumConstants())
                    .map(value -> (Enum<?>) value)
                    .collect(toUnmodifiableMap(EnumNames::of, value -> value));
        }
    };

    private EnumNames() {}

    /** The name of this value. */
    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value with this name. */
    public static <E extends Enum<E>> Optional<E> parse(Class<E> type, String name) {
        return Optional.ofNullable(BY_NAME.get(type).get(name)).map(type::cast);
    }

    static Map<String, Enum<?>> byName(Class<?> type) {
        return BY_NAME.get(type);
    }

    static List<String> namesOf(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> of((Enum<?>) value))
                .toList();
    }

    /** Every name of this type, in the order of its values. */
    public static List<String> all(Class<? extends Enum<?>> type) {
        return namesOf(type);
    }
}
