package io.partnerledger.standing;

import io.partnerledger.log.ReadAhead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Compares two builds as they stood at one position. The database that has them both does it, part by part on all
 * processors, so memory does not grow with the ledger and only what differs is read. Digests of the rows
 * are summed up first: where there are as many rows and the same sum on both sides they are the same, which is wrong once
 * in 2^36 times or more, and are not matched. Rows that came later are not looked at.
 */
public final class Comparison {

    private static final int EXAMPLES = 20;

    private final SideBySide builds;
    private final Sums ofLeft;
    private final BooleanSupplier unwanted;
    private long rows;
    private long onlyLeft;
    private long onlyRight;
    private long changed;
    private final List<String> examples = new ArrayList<>();

    private Comparison(SideBySide builds, Sums ofLeft, BooleanSupplier unwanted) {
        this.builds = builds;
        this.ofLeft = ofLeft;
        this.unwanted = unwanted;
    }

    /**
     * Compares a build with another that was summed up, as both were at the position of the sums.
     *
     * @param unwanted asked now and then; once it says so the comparison ends with a {@link CancellationException}
     */
    public static Comparison of(Generations generations, Sums left, Generation right, BooleanSupplier unwanted)
            throws InterruptedException {
        Iterator<Compared> parts = left.parts().iterator();
        ReadAhead.Source<Comparison> source = () -> {
            if (!parts.hasNext()) {
                return null;
            }
            Compared part = parts.next();
            return () -> {
                try (SideBySide builds = generations.sideBySide(left.generation(), right)) {
                    return new Comparison(builds, left, unwanted).compare(part);
                }
            };
        };
        List<Comparison> found = new ArrayList<>();
        try (ReadAhead<Comparison> compared = new ReadAhead<>("comparison", source)) {
            for (Comparison part = compared.next(); part != null; part = compared.next()) {
                found.add(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Comparison whole = found.getFirst();
        found.stream().skip(1).forEach(whole::add);
        return whole;
    }

    private Comparison compare(Compared part) throws SQLException {
        requireWanted();
        if (!isSame(part)) {
            match(part);
        }
        return this;
    }

    private void add(Comparison part) {
        rows += part.rows;
        onlyLeft += part.onlyLeft;
        onlyRight += part.onlyRight;
        changed += part.changed;
        part.examples.stream().limit(room()).forEach(examples::add);
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

    private boolean isSame(Compared part) throws SQLException {
        List<BigDecimal> left = ofLeft.of(part);
        if (left.isEmpty()) {
            return false;
        }
        try (Statement statement = builds.connection().createStatement()) {
            boolean same = left.equals(
                    Sums.numbers(statement, part.digest(builds.digest(), builds.right(), ofLeft.position())));
            rows += same ? left.getFirst().longValue() : 0;
            return same;
        }
    }

    private void requireWanted() {
        if (unwanted.getAsBoolean()) {
            throw new CancellationException("The comparison was broken off");
        }
    }

    private void match(Compared table) throws SQLException {
        long to = ofLeft.position();
        try (Statement statement = builds.connection().createStatement()) {
            long inLeft = Sums.numbers(statement, table.count(builds.left(), to))
                    .getFirst()
                    .longValue();
            List<BigDecimal> shared = Sums.numbers(statement, table.shared(builds, to));
            long inRight = shared.get(0).longValue();
            long inBoth = shared.get(1).longValue();
            long same = shared.get(2).longValue();
            rows += inLeft + inRight - inBoth;
            onlyLeft += inLeft - inBoth;
            onlyRight += inRight - inBoth;
            changed += inBoth - same;
            if (inLeft > inBoth) {
                name(statement, table, table.only(builds.left(), builds.right(), to, room()), "only in the live one");
            }
            if (inRight > inBoth) {
                name(
                        statement,
                        table,
                        table.only(builds.right(), builds.left(), to, room()),
                        "only in the rebuilt one");
            }
            if (inBoth > same) {
                name(statement, table, table.changed(builds, to, room()), "not the same in both");
            }
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
