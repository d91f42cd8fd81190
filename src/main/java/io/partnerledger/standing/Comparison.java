package io.partnerledger.standing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Compares two builds as they stood at one position. The database that has them both does it, a range of positions at a
 * time, so memory does not grow with the ledger and only what differs is read. Rows that came later, and closings that
 * came later, are not looked at.
 */
public final class Comparison {

    private static final int EXAMPLES = 20;
    private static final long RANGE = 50_000;

    private final SideBySide builds;
    private final long position;
    private long rows;
    private long onlyLeft;
    private long onlyRight;
    private long changed;
    private final List<String> examples = new ArrayList<>();

    private Comparison(SideBySide builds, long position) {
        this.builds = builds;
        this.position = position;
    }

    /**
     * Compares up to a position.
     *
     * @param unwanted asked now and then; once it says so the comparison ends with a {@link CancellationException}
     */
    public static Comparison of(
            Generations generations, Generation left, Generation right, long position, BooleanSupplier unwanted)
            throws SQLException {
        try (SideBySide builds = generations.sideBySide(left, right)) {
            Comparison comparison = new Comparison(builds, position);
            for (long from = 0; from <= position; from += RANGE) {
                for (Compared table : Compared.VERSIONS) {
                    if (unwanted.getAsBoolean()) {
                        throw new CancellationException("The comparison was broken off");
                    }
                    comparison.compare(table, from, Math.min(position, from + RANGE - 1));
                }
            }
            for (Compared table : Compared.KEYS) {
                comparison.compare(table, 0, position);
            }
            return comparison;
        }
    }

    /** How many rows there are on either side. */
    public long rows() {
        return rows;
    }

    public long onlyLeft() {
        return onlyLeft;
    }

    public long onlyRight() {
        return onlyRight;
    }

    public long changed() {
        return changed;
    }

    /** The first few rows that differ, each with how. */
    public List<String> examples() {
        return List.copyOf(examples);
    }

    private void compare(Compared table, long from, long to) throws SQLException {
        try (Statement statement = builds.connection().createStatement()) {
            long inLeft = numbers(statement, table.count(builds.left(), from, to))[0];
            long[] shared = numbers(statement, table.shared(builds, from, to, position));
            long inRight = shared[0];
            long inBoth = shared[1];
            long same = shared[2];
            rows += inLeft + inRight - inBoth;
            onlyLeft += inLeft - inBoth;
            onlyRight += inRight - inBoth;
            changed += inBoth - same;
            if (inLeft > inBoth) {
                name(
                        statement,
                        table,
                        table.only(builds.left(), builds.right(), from, to, room()),
                        "only in the live one");
            }
            if (inRight > inBoth) {
                name(
                        statement,
                        table,
                        table.only(builds.right(), builds.left(), from, to, room()),
                        "only in the rebuilt one");
            }
            if (inBoth > same) {
                name(statement, table, table.changed(builds, from, to, position, room()), "not the same in both");
            }
        }
    }

    private static long[] numbers(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            long[] numbers = new long[row.getMetaData().getColumnCount()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = row.getLong(i + 1);
            }
            return numbers;
        }
    }

    private int room() {
        return EXAMPLES - examples.size();
    }

    private void name(Statement statement, Compared table, String sql, String how) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                examples.add(table.table() + " " + row.getString(1) + ": " + how);
            }
        }
    }
}
