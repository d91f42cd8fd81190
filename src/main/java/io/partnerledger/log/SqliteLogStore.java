package io.partnerledger.log;

import io.partnerledger.log.GroupFailed.Fate;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The log in one SQLite file: write-ahead log, {@code synchronous=FULL}, one writer, a few readers, one process. A
 * commit is on the disk before it is acknowledged.
 */
public final class SqliteLogStore extends JdbcLogStore {

    private static final int PRIMARY_CODE = 0xff;

    private final SqliteFile file;
    private final SqliteConnections connections;
    private final BlockingQueue<PreparedConnection> readers;
    private final int readerCount;
    private final SqliteCheckpoints checkpoints;
    private PreparedConnection writing;
    private SqliteWriter writer;
    private Head head;
    private volatile boolean closed;

    private SqliteLogStore(
            SqliteFile file,
            SqliteConnections connections,
            PreparedConnection writing,
            List<PreparedConnection> readers)
            throws SQLException {
        this.file = file;
        this.connections = connections;
        this.writing = writing;
        this.writer = new SqliteWriter(writing);
        this.head = headOf(writing);
        this.readerCount = readers.size();
        this.readers = new ArrayBlockingQueue<>(readerCount, false, readers);
        this.checkpoints = new SqliteCheckpoints(connections.open(false), SqliteConnections.PAGES_BEFORE_CHECKPOINT);
    }

    /**
     * Opens a ledger file, which is created with its folder if it is missing, and brings its tables up to date. An
     * {@link IOException} says why it cannot be served, for one because another process serves it.
     */
    public static SqliteLogStore open(Path path, LogOptions options) throws IOException {
        SqliteFile file = SqliteFile.hold(path);
        List<PreparedConnection> opened = new ArrayList<>();
        try {
            SqliteConnections connections = new SqliteConnections(path, options.lockTimeout());
            LogSchema.SQLITE.migrate(connections.dataSource());
            PreparedConnection writing = connections.open(false);
            opened.add(writing);
            for (int i = 0; i < options.readers(); i++) {
                opened.add(connections.open(true));
            }
            return new SqliteLogStore(file, connections, writing, opened.subList(1, opened.size()));
        } catch (SQLException | RuntimeException e) {
            opened.forEach(SqliteLogStore::closeQuietly);
            file.close();
            throw new IOException("The ledger " + path + " cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public List<Verdict> commit(List<Append> group, InstantSource clock, long knownHead) throws GroupFailed {
        LogReadOnly.requireEnd(knownHead, head.position());
        List<Verdict> verdicts = new ArrayList<>(group.size());
        begin();
        long at = Math.max(EpochMicros.of(clock.instant()), head.recordedAtMicros());
        try {
            Optional<Head> together = placeTogether(group, at, verdicts);
            Head after = together.isPresent() ? together.get() : placeOneByOne(group, at, verdicts);
            finish(after);
        } catch (SQLException e) {
            throw undone(e);
        }
        return verdicts;
    }

    /** Places lone events in one go, as long as none of them is taken; with one that is, nothing is placed. */
    private Optional<Head> placeTogether(List<Append> group, long at, List<Verdict> verdicts) throws SQLException {
        boolean areLone = group.stream().allMatch(SqliteWriter::isLone);
        if (!areLone || group.size() == 1) {
            return Optional.empty();
        }
        Head after = head;
        for (Append append : group) {
            writer.add(append.events().getFirst(), after.position() + 1, at);
            after = after(append, after, at, verdicts);
        }
        if (writer.placedAllAdded()) {
            return Optional.of(after);
        }
        verdicts.clear();
        writer.rollback();
        writer.begin();
        return Optional.empty();
    }

    private Head placeOneByOne(List<Append> group, long at, List<Verdict> verdicts) throws SQLException {
        Head after = head;
        for (Append append : group) {
            Optional<AppendConflict> conflict = writer.place(append, after, at);
            if (conflict.isPresent()) {
                verdicts.add(new Verdict.Refused(conflict.get()));
            } else {
                after = after(append, after, at, verdicts);
            }
        }
        return after;
    }

    @Override
    public boolean commitsInProcess() {
        return true;
    }

    private static Head after(Append append, Head head, long at, List<Verdict> verdicts) {
        long last = head.position() + append.events().size();
        verdicts.add(new Verdict.Stored(new Appended(head.position() + 1, last, EpochMicros.instant(at))));
        return new Head(last, at);
    }

    @Override
    public long load(Iterator<Recorded> appends) throws GroupFailed {
        begin();
        try {
            Head after = fill(appends);
            finish(after);
            return after.position();
        } catch (SQLException e) {
            throw undone(e);
        } catch (RuntimeException | Error e) {
            undo();
            throw e;
        }
    }

    private Head fill(Iterator<Recorded> appends) throws SQLException {
        Loading loading = new Loading(headOf(writing));
        while (appends.hasNext()) {
            Recorded recorded = appends.next();
            long at = loading.timeOf(recorded);
            Optional<AppendConflict> conflict = writer.place(recorded.append(), loading.head(), at);
            if (conflict.isPresent()) {
                throw conflict.get();
            }
            loading.placed(recorded.append(), at);
        }
        return loading.head();
    }

    private void begin() throws GroupFailed {
        try {
            writer.begin();
        } catch (SQLException e) {
            throw new GroupFailed(Fate.NOTHING_STORED, diskFailed(e), e);
        }
    }

    private void finish(Head after) throws SQLException, GroupFailed {
        if (after.position() == head.position()) {
            writer.rollback();
            return;
        }
        try {
            writer.commit();
        } catch (SQLException e) {
            throw new GroupFailed(diskIsFull(e) ? Fate.NOTHING_STORED : Fate.UNKNOWN, diskFailed(e), e);
        }
        long events = after.position() - head.position();
        head = after;
        checkpoints.committed(events, writing);
    }

    /** Then what makes a transaction a commit, which is written last and whole or not at all, is not there. */
    private static boolean diskIsFull(SQLException e) {
        return primaryCode(e) == SQLiteErrorCode.SQLITE_FULL.code;
    }

    private GroupFailed undone(SQLException cause) {
        undo();
        Fate fate = contentRefused(cause) ? Fate.CONTENT_REFUSED : Fate.NOTHING_STORED;
        return new GroupFailed(fate, diskFailed(cause), cause);
    }

    /** SQLite may have rolled back by itself; whatever is left goes with the connection when the writer is reopened. */
    private void undo() {
        try {
            writer.rollback();
        } catch (SQLException e) {
            closeQuietly(writing);
        }
    }

    @Override
    public long reopen() throws SQLException {
        closeQuietly(writing);
        writing = connections.open(false);
        writer = new SqliteWriter(writing);
        head = headOf(writing);
        return head.position();
    }

    @Override
    public void onForeignCommit(LongConsumer listener) {
        // One process serves a file.
    }

    @Override
    <T> T reading(Reading<T> reading) throws SQLException {
        PreparedConnection reader = borrow();
        try {
            return reading.in(reader);
        } finally {
            readers.add(reader);
        }
    }

    private PreparedConnection borrow() throws SQLException {
        try {
            while (!closed) {
                PreparedConnection reader = readers.poll(1, TimeUnit.SECONDS);
                if (reader != null) {
                    return reader;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting to read", e);
        }
        throw new SQLException("The log is closed");
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean interrupted = false;
        int open = readerCount;
        while (open > 0) {
            try {
                closeQuietly(readers.take());
                open--;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        closeQuietly(checkpoints);
        closeQuietly(writing);
        closeQuietly(file);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            System.getLogger(SqliteLogStore.class.getName()).log(System.Logger.Level.WARNING, "Not closed", e);
        }
    }

    private static boolean contentRefused(SQLException e) {
        return switch (primaryCode(e)) {
            case 18, 19, 20 -> true; // too big, constraint, mismatch
            default -> false;
        };
    }

    private static boolean diskFailed(SQLException e) {
        int code = primaryCode(e);
        return code == SQLiteErrorCode.SQLITE_IOERR.code
                || code == SQLiteErrorCode.SQLITE_CORRUPT.code
                || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private static int primaryCode(SQLException e) {
        return e instanceof SQLiteException sqlite ? sqlite.getResultCode().code & PRIMARY_CODE : 0;
    }
}
