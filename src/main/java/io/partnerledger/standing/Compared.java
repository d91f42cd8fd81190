package io.partnerledger.standing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one table of two builds is compared: rows are the same row if {@code keys} agree, and the same in both if
 * {@code contents} agree too. {@code name} is what a row is called, {@code part} a condition on the rows. Blocks of keys
 * are compared where they are whole, and of the last one, to which either build may have added, the keys one by one.
 */
record Compared(String table, String name, List<String> keys, List<String> contents, String part) {

    private static final long POSITIONS_A_PART = 250_000;
    private static final int PARTS_OF_KEYS = 8;
    private static final String WHOLE = "1 = 1";
    private static final String BLOCKS = "key_block";
    private static final String KEYS = "announcement_key";

    static final List<Compared> ALL = List.of(
            new Compared(
                    "announcement_version",
                    "'at ' || x.from_position",
                    List.of("from_position"),
                    List.of("position"),
                    WHOLE),
            new Compared(KEYS, "x.key || ' at ' || x.from_position", List.of("key", "from_position"), List.of(), WHOLE),
            new Compared(BLOCKS, "x.key || ' in block ' || x.block", List.of("key", "block"), List.of("events"), WHOLE),
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
        if (keys.equals(List.of("from_position"))) {
            return parts("from_position", 0, position, POSITIONS_A_PART);
        }
        return table.equals(BLOCKS)
                ? parts("key", Integer.MIN_VALUE, Integer.MAX_VALUE, (1L << Integer.SIZE) / PARTS_OF_KEYS)
                : List.of(this);
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
            SELECT count(*), count(y.%s), coalesce(sum(CASE WHEN %s THEN 1 ELSE 0 END), 0)
            FROM %s.%s x LEFT JOIN %s.%s y ON %s AND %s WHERE %s\
            """.formatted(
                        keys.getFirst(),
                        same(),
                        builds.right(),
                        table,
                        builds.left(),
                        table,
                        matching(),
                        upTo("y", to),
                        upTo(to));
    }

    /** The names of rows that only one build has. */
    String only(String schema, String other, long to, int limit) {
        return """
            SELECT %s FROM %s.%s x WHERE %s AND NOT EXISTS (
                SELECT 1 FROM %s.%s y WHERE %s AND %s) LIMIT %d\
            """.formatted(name, schema, table, upTo(to), other, table, matching(), upTo("y", to), limit);
    }

    /** The names of rows that both have and that are not the same. */
    String changed(SideBySide builds, long to, int limit) {
        return """
            SELECT %s FROM %s.%s x JOIN %s.%s y ON %s AND %s WHERE %s AND NOT (%s) LIMIT %d\
            """.formatted(
                name, builds.right(), table, builds.left(), table, matching(), upTo("y", to), upTo(to), same(), limit);
    }

    private String matching() {
        return all(keys, column -> "y." + column + " = x." + column);
    }

    private String upTo(long position) {
        return upTo("x", position) + " AND " + part;
    }

    private String upTo(String row, long position) {
        long wholeBlocks = (position + 1) / KeyBlocks.EVENTS;
        String ofBlock = row + ".block %s " + wholeBlocks;
        String before = row + ".from_position <= " + position;
        return switch (table) {
            case BLOCKS -> ofBlock.formatted("<");
            case KEYS -> ofBlock.formatted("=") + " AND " + before;
            default -> before;
        };
    }

    /** Where a row is no more than its key, that there is one. */
    private String same() {
        return contents.isEmpty() ? matching() : all(contents, column -> "y." + column + " = x." + column);
    }

    private static String all(List<String> columns, Function<String, String> condition) {
        return columns.stream().map(condition).collect(Collectors.joining(" AND "));
    }
}
