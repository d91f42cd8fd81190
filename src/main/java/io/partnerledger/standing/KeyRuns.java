package io.partnerledger.standing;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The keys of a SQLite build that is being filled: what each transaction adds, sorted, in a table of their own. Rows that
 * go between others would touch most pages of the clustered table again and again; so the runs are merged into it at the
 * end, and each row is written once, behind the one before. Memory is bounded by a part of each run.
 */
record KeyRuns(Connection connection) {

    private static final int ENTRIES_A_PART = 8_192;

    /** Whether the build is still filled with runs. */
    boolean areOpen() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1 FROM sqlite_schema WHERE name = 'key_run'")) {
            return row.next();
        }
    }

    /** Adds a run of sorted entries under a number of its own. */
    void add(long run, KeyEntries entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO key_run VALUES (?, ?, ?)")) {
            for (int from = 0; from < entries.size(); from += ENTRIES_A_PART) {
                int to = Math.min(entries.size(), from + ENTRIES_A_PART);
                insert.setLong(1, run);
                insert.setInt(2, from);
                insert.setBytes(3, entries.bytes(from, to));
                insert.executeUpdate();
            }
        }
    }

    /** Merges all runs into the table of the keys. */
    void merge() throws SQLException {
        List<Run> runs = new ArrayList<>();
        try (KeyInsert insert = new KeyInsert(connection)) {
            PriorityQueue<Run> heads = new PriorityQueue<>();
            for (long number : numbers()) {
                Run run = new Run(connection, number);
                runs.add(run);
                if (run.advance()) {
                    heads.add(run);
                }
            }
            KeyBlocks blocks = new KeyBlocks(insert);
            while (!heads.isEmpty()) {
                Run least = heads.remove();
                if (least.moveTo(blocks, heads.isEmpty() ? Long.MAX_VALUE : heads.element().head)) {
                    heads.add(least);
                }
            }
            blocks.finish();
            insert.flush();
        } finally {
            for (Run run : runs) {
                run.close();
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DROP TABLE key_run");
        }
    }

    private List<Long> numbers() throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT DISTINCT run FROM key_run")) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    /** Reads a run from its beginning. */
    private static final class Run implements Comparable<Run>, AutoCloseable {

        private final PreparedStatement select;
        private final ResultSet parts;
        private LongBuffer part = LongBuffer.allocate(0);
        private long head;

        private Run(Connection connection, long number) throws SQLException {
            this.select = connection.prepareStatement("SELECT entries FROM key_run WHERE run = ? ORDER BY part");
            select.setLong(1, number);
            this.parts = select.executeQuery();
        }

        private boolean advance() throws SQLException {
            if (!part.hasRemaining()) {
                if (!parts.next()) {
                    return false;
                }
                part = ByteBuffer.wrap(parts.getBytes(1)).asLongBuffer();
            }
            head = part.get();
            return true;
        }

        /** Moves at least the head and what else is below a limit, and answers whether there is more. */
        private boolean moveTo(KeyBlocks blocks, long limit) throws SQLException {
            boolean isMore = true;
            do {
                blocks.add(head);
                isMore = advance();
            } while (isMore && head < limit);
            return isMore;
        }

        @Override
        public int compareTo(Run other) {
            return Long.compare(head, other.head);
        }

        @Override
        public void close() throws SQLException {
            select.close();
        }
    }
}
