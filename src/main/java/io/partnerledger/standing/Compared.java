package io.partnerledger.standing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one table of two builds is compared: rows are the same row if {@code keys} agree, and the same in both if
 * {@code contents} agree too. {@code name} is what a row is called.
 */
record Compared(String table, String name, List<String> keys, List<String> contents) {

    static final List<Compared> VERSIONS = List.of(versions("announcement_version"), versions("organization_version"));
    static final List<Compared> KEYS = List.of(
            new Compared(
                    "announcement_key",
                    "x.key || ' ' || x.announcement",
                    List.of("announcement", "key"),
                    List.of("from_position")),
            new Compared(
                    "organization_name",
                    "x.name_key",
                    List.of("name_key"),
                    List.of("organization", "name", "from_position")));

    private static Compared versions(String table) {
        return new Compared(
                table,
                "x.id || ' revision ' || x.revision",
                List.of("from_position"),
                List.of("id", "revision", "position", "until_position"));
    }

    /** How many rows a build has up to a position, and the sum of the digests of what they say there. */
    String digest(String digest, String schema, long position) {
        String said = Stream.concat(keys.stream(), contents.stream())
                .map(column -> asOf("x", column, position))
                .collect(Collectors.joining(", "));
        return "SELECT count(*), coalesce(sum(%s), 0) FROM %s.%s x WHERE %s"
                .formatted(digest.formatted(said), schema, table, range(0, position));
    }

    /** How many rows a build has of a range of positions. */
    String count(String schema, long from, long to) {
        return "SELECT count(*) FROM %s.%s x WHERE %s".formatted(schema, table, range(from, to));
    }

    /** How many rows a build has of a range, how many of them the other has too, and how many are the same. */
    String shared(SideBySide builds, long from, long to, long position) {
        return """
            SELECT count(*), count(y.from_position), coalesce(sum(CASE WHEN %s THEN 1 ELSE 0 END), 0)
            FROM %s.%s x LEFT JOIN %s.%s y ON %s AND y.from_position <= %d WHERE %s\
            """.formatted(
                        all(contents, column -> same(column, position)),
                        builds.right(),
                        table,
                        builds.left(),
                        table,
                        matching(),
                        to,
                        range(from, to));
    }

    /** The names of rows that only one build has. */
    String only(String schema, String other, long from, long to, int limit) {
        return """
            SELECT %s FROM %s.%s x WHERE %s AND NOT EXISTS (
                SELECT 1 FROM %s.%s y WHERE %s AND y.from_position <= %d) LIMIT %d\
            """.formatted(name, schema, table, range(from, to), other, table, matching(), to, limit);
    }

    /** The names of rows that both have and that are not the same. */
    String changed(SideBySide builds, long from, long to, long position, int limit) {
        return """
            SELECT %s FROM %s.%s x JOIN %s.%s y ON %s AND y.from_position <= %d WHERE %s AND NOT (%s) LIMIT %d\
            """.formatted(
                        name,
                        builds.right(),
                        table,
                        builds.left(),
                        table,
                        matching(),
                        to,
                        range(from, to),
                        all(contents, column -> same(column, position)),
                        limit);
    }

    private String matching() {
        return all(keys, column -> "y." + column + " = x." + column);
    }

    private static String range(long from, long to) {
        return "x.from_position BETWEEN " + from + " AND " + to;
    }

    private static String same(String column, long position) {
        return asOf("y", column, position) + " = " + asOf("x", column, position);
    }

    /** A row that was closed later was open. */
    private static String asOf(String row, String column, long position) {
        return column.equals("until_position")
                ? "coalesce(CASE WHEN %1$s.until_position <= %2$d THEN %1$s.until_position END, -1)"
                        .formatted(row, position)
                : row + "." + column;
    }

    private static String all(List<String> columns, Function<String, String> condition) {
        return columns.stream().map(condition).collect(Collectors.joining(" AND "));
    }
}
