package io.partnerledger.standing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares two builds as they stood at one position: both are read in the order of their keys, side by side, so memory
 * does not grow with the ledger. Rows that came later, and closings that came later, are not looked at.
 */
public final class Comparison {

    private static final int EXAMPLES = 20;
    private static final int FETCH = 1000;

    private final long position;
    private long rows;
    private long onlyLeft;
    private long onlyRight;
    private long changed;
    private final List<String> examples = new ArrayList<>();

    private record Row(String table, String id, long revision, String content) {

        String name() {
            return table + " " + id + " revision " + revision;
        }

        /** Keys are compared byte by byte, as both databases order them. */
        static int order(Row a, Row b) {
            int byId = Arrays.compareUnsigned(
                    a.id.getBytes(StandardCharsets.UTF_8), b.id.getBytes(StandardCharsets.UTF_8));
            return byId != 0 ? byId : Long.compare(a.revision, b.revision);
        }
    }

    private Comparison(long position) {
        this.position = position;
    }

    public static Comparison of(Generation left, Generation right, long position) throws SQLException {
        Comparison comparison = new Comparison(position);
        for (String table : List.of("announcement_version", "organization_version")) {
            comparison.compare(
                    table,
                    "SELECT id, revision, body, from_position, until_position FROM " + table
                            + " WHERE from_position <= ? ORDER BY id, revision",
                    left,
                    right);
        }
        comparison.compare(
                "announcement_key",
                "SELECT key || ' ' || announcement AS id, 0, '', from_position, NULL FROM announcement_key"
                        + " WHERE from_position <= ? ORDER BY 1",
                left,
                right);
        comparison.compare(
                "organization_name",
                "SELECT name_key AS id, 0, organization || ' ' || name, from_position, NULL FROM organization_name"
                        + " WHERE from_position <= ? ORDER BY name_key",
                left,
                right);
        return comparison;
    }

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

    private void compare(String table, String sql, Generation left, Generation right) throws SQLException {
        try (Connection leftConnection = left.dataSource().getConnection();
                Connection rightConnection = right.dataSource().getConnection();
                PreparedStatement leftSelect = select(leftConnection, sql);
                PreparedStatement rightSelect = select(rightConnection, sql);
                ResultSet leftRows = leftSelect.executeQuery();
                ResultSet rightRows = rightSelect.executeQuery()) {
            Row a = next(table, leftRows);
            Row b = next(table, rightRows);
            while (a != null || b != null) {
                rows++;
                int order = a == null ? 1 : b == null ? -1 : Row.order(a, b);
                if (order < 0) {
                    onlyLeft++;
                    example(a, "only in the live one");
                } else if (order > 0) {
                    onlyRight++;
                    example(b, "only in the rebuilt one");
                } else if (a != null && b != null && !a.content.equals(b.content)) {
                    changed++;
                    example(a, "not the same in both");
                }
                a = order <= 0 ? next(table, leftRows) : a;
                b = order >= 0 ? next(table, rightRows) : b;
            }
        }
    }

    private PreparedStatement select(Connection connection, String sql) throws SQLException {
        // PostgreSQL needs a transaction to read by cursor; on SQLite one would lock out the live projection.
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            connection.setAutoCommit(false);
        }
        PreparedStatement select = connection.prepareStatement(sql);
        select.setFetchSize(FETCH);
        select.setLong(1, position);
        return select;
    }

    private @Nullable Row next(String table, ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return null;
        }
        long until = rows.getLong(5);
        boolean closedByThen = !rows.wasNull() && until <= position;
        String content = rows.getString(3) + " " + rows.getLong(4) + (closedByThen ? " until " + until : "");
        return new Row(table, rows.getString(1), rows.getLong(2), content);
    }

    private void example(@Nullable Row row, String how) {
        if (row != null && examples.size() < EXAMPLES) {
            examples.add(row.name() + ": " + how);
        }
    }
}
