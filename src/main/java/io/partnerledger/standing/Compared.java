package io.partnerledger.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one table of two builds is compared: rows are the same row if {@code keys} agree, and the same in both if
 * {@code contents} agree too. {@code name} is what a row is called, {@code part} a condition on the rows.
 */
record Compared(String table, String name, List<String> keys, List<String> contents, String part) {

    private static final long POSITIONS_A_PART = 250_000;
    private static final int PARTS_OF_KEYS = 8;
    private static final String WHOLE = "1 = 1";

    static final List<Compared> ALL = List.of(
            new Compared(
                    "announcement_version",
                    "'at ' || x.from_position",
                    List.of("from_position"),
                    List.of("position"),
                    WHOLE),
            new Compared(
                    "announcement_key",
                    "x.key || ' at ' || x.from_position",
                    List.of("key", "from_position"),
                    List.of(),
                    WHOLE),
            new Compared(
                    "organization_version",
                    "x.id || ' at ' || x.from_position",
                    List.of("from_position"),
                    List.of("id"),
                    WHOLE),
            new Compared(
                    "organization_name",
                    "x.name_key",
                    List.of("name_key"),
                    List.of("organization", "name", "from_position"),
                    WHOLE));

    /** Parts that can be compared side by side, and after each of which a comparison can be broken off. */
    List<Compared> parts(long position) {
        return switch (keys.getFirst()) {
            case "from_position" -> parts("from_position", 0, position, POSITIONS_A_PART);
            case "key" -> parts("key", Integer.MIN_VALUE, Integer.MAX_VALUE, (1L << Integer.SIZE) / PARTS_OF_KEYS);
            default -> List.of(this);
        };
    }

    private List<Compared> parts(String column, long first, long last, long size) {
        List<Compared> parts = new ArrayList<>();
        for (long from = first; from <= last; from += size) {
            String within = "x.%s BETWEEN %d AND %d".formatted(column, from, from + size - 1);
            parts.add(new Compared(table, name, keys, contents, within));
        }
        return parts;
    }

    boolean isOfNumbers() {
        return table.startsWith("announcement");
    }

    /** How many rows a build has up to a position, and the sum of the digests of what they say there. */
    String digest(RowDigest digest, String schema, long position) {
        List<String> said = Stream.concat(keys.stream(), contents.stream())
                .map(column -> "x." + column)
                .toList();
        return "SELECT count(*), coalesce(sum(%s), 0) FROM %s.%s x WHERE %s"
                .formatted(digest.of(said), schema, table, upTo(position));
    }

    /** How many rows a build has up to a position. */
    String count(String schema, long to) {
        return "SELECT count(*) FROM %s.%s x WHERE %s".formatted(schema, table, upTo(to));
    }

    /** How many rows a build has up to a position, how many of them the other has too, and how many are the same. */
    String shared(SideBySide builds, long to) {
        return """
            SELECT count(*), count(y.from_position), coalesce(sum(CASE WHEN %s THEN 1 ELSE 0 END), 0)
            FROM %s.%s x LEFT JOIN %s.%s y ON %s AND y.from_position <= %d WHERE %s\
            """.formatted(same(), builds.right(), table, builds.left(), table, matching(), to, upTo(to));
    }

    /** The names of rows that only one build has. */
    String only(String schema, String other, long to, int limit) {
        return """
            SELECT %s FROM %s.%s x WHERE %s AND NOT EXISTS (
                SELECT 1 FROM %s.%s y WHERE %s AND y.from_position <= %d) LIMIT %d\
            """.formatted(name, schema, table, upTo(to), other, table, matching(), to, limit);
    }

    /** The names of rows that both have and that are not the same. */
    String changed(SideBySide builds, long to, int limit) {
        return """
            SELECT %s FROM %s.%s x JOIN %s.%s y ON %s AND y.from_position <= %d WHERE %s AND NOT (%s) LIMIT %d\
            """.formatted(
                        name, builds.right(), table, builds.left(), table, matching(), to, upTo(to), same(), limit);
    }

    private String matching() {
        return all(keys, column -> "y." + column + " = x." + column);
    }

    private String upTo(long position) {
        return "x.from_position <= " + position + " AND " + part;
    }

    private String same() {
        return contents.isEmpty() ? WHOLE : all(contents, column -> "y." + column + " = x." + column);
    }

    private static String all(List<String> columns, Function<String, String> condition) {
        return columns.stream().map(condition).collect(Collectors.joining(" AND "));
    }
}
