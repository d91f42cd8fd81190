package io.partnerledger.standing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * What a build says up to a position: how many rows each part of it has and the sum of their digests. It is one half of a
 * {@link Comparison}, which can be had before the other build is there.
 */
public final class Sums {

    private final Generation generation;
    private final long position;
    private final Map<Compared, List<BigDecimal>> ofParts = new LinkedHashMap<>();

    private Sums(Generation generation, long position) {
        this.generation = generation;
        this.position = position;
    }

    /**
     * Sums up a build.
     *
     * @param unwanted asked now and then; once it says so this ends with a {@link CancellationException}
     */
    public static Sums of(Generations generations, Generation generation, long position, BooleanSupplier unwanted)
            throws SQLException {
        Sums sums = new Sums(generation, position);
        try (InReach build = generations.inReach(generation)) {
            for (Compared part : parts(build.digest(), position)) {
                if (unwanted.getAsBoolean()) {
                    throw new CancellationException("The comparison was broken off");
                }
                sums.ofParts.put(
                        part,
                        build.digest().takes(part)
                                ? numbers(build, part.digest(build.digest(), build.schema(), position))
                                : List.of());
            }
        }
        return sums;
    }

    /** Fails where a table of a build cannot be read. */
    public static void requireReadable(Generations generations, Generation generation, long position)
            throws SQLException {
        try (InReach build = generations.inReach(generation)) {
            for (Compared table : Compared.ALL) {
                numbers(build, table.count(build.schema(), position));
            }
        }
    }

    /** A database that compares on several processors by itself gets whole tables. */
    private static List<Compared> parts(RowDigest digest, long position) {
        return digest == RowDigest.OF_RECORDS
                ? Compared.ALL
                : Compared.ALL.stream()
                        .flatMap(table -> table.parts(position).stream())
                        .toList();
    }

    private static List<BigDecimal> numbers(InReach build, String sql) throws SQLException {
        try (Statement statement = build.connection().createStatement()) {
            return numbers(statement, sql);
        }
    }

    /** The one row of numbers that a query answers. */
    static List<BigDecimal> numbers(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            List<BigDecimal> numbers = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                numbers.add(row.getBigDecimal(i));
            }
            return numbers;
        }
    }

    Generation generation() {
        return generation;
    }

    public long position() {
        return position;
    }

    Set<Compared> parts() {
        return ofParts.keySet();
    }

    /** How many rows a part has and the sum of their digests; empty where there are no digests of it. */
    List<BigDecimal> of(Compared part) {
        return ofParts.getOrDefault(part, List.of());
    }
}
