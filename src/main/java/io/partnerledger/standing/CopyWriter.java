package io.partnerledger.standing;

import io.partnerledger.standing.StandingRows.Added;
import io.partnerledger.standing.StandingRows.Closed;
import io.partnerledger.standing.StandingRows.KeyRow;
import io.partnerledger.standing.StandingRows.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Gathers rows, and writes them by PostgreSQL's COPY, which is begun as seldom as can be. */
final class CopyWriter implements RowWriter {

    private final Connection connection;
    private final CopyManager copies;
    private final List<Versions> versions =
            Stream.of(Table.values()).map(Versions::new).toList();
    private final StringBuilder keys = new StringBuilder();

    CopyWriter(Connection connection) throws SQLException {
        this.connection = connection;
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private record Versions(Table table, StringBuilder added, List<Closed> closed) {
        private Versions(Table table) {
            this(table, new StringBuilder(), new ArrayList<>());
        }
    }

    @Override
    public void write(StandingRows rows) throws SQLException {
        for (Versions held : versions) {
            rows.of(held.table).added().forEach(row -> add(row, held.added));
            held.closed.addAll(rows.of(held.table).closed());
        }
        for (KeyRow key : rows.keys()) {
            text(keys, key.key()).append('\t').append(key.announcement()).append('\t');
            keys.append(key.from()).append('\n');
        }
        new BatchWriter(connection).addNames(rows.names());
    }

    /** Rows are there before they are closed. */
    @Override
    public void flush() throws SQLException {
        for (Versions held : versions) {
            copy(held.table.table + " (from_position, id, revision, position, until_position)", held.added);
            close(held.table, held.closed);
        }
        copy("announcement_key (key, announcement, from_position)", keys);
    }

    private static void add(Added row, StringBuilder lines) {
        lines.append(row.from()).append('\t');
        text(lines, row.id()).append('\t').append(row.revision()).append('\t');
        lines.append(row.position()).append('\t');
        lines.append(row.until() == null ? "\\N" : row.until().toString()).append('\n');
    }

    /** One statement for all; the rows are found by their key, which is there from the start. */
    private void close(Table table, List<Closed> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement close = connection.prepareStatement("UPDATE " + table.table + " AS t"
                + " SET until_position = c.until FROM unnest(?::bigint[], ?::bigint[]) AS c(since, until)"
                + " WHERE t.from_position = c.since")) {
            close.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Closed::from).toArray()));
            close.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Closed::until).toArray()));
            close.executeUpdate();
        }
        rows.clear();
    }

    private void copy(String target, StringBuilder lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        try {
            byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            copies.copyIn("COPY " + target + " FROM STDIN", new ByteArrayInputStream(bytes));
            lines.setLength(0);
        } catch (IOException e) {
            throw new SQLException("COPY into " + target + " failed", e);
        }
    }

    /** The text form of COPY: what would end a field or begin an escape is escaped. */
    private static StringBuilder text(StringBuilder lines, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> lines.append("\\\\");
                case '\t' -> lines.append("\\t");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                default -> lines.append(c);
            }
        }
        return lines;
    }
}
