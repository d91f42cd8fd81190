package io.partnerledger.log;

import io.partnerledger.log.GroupFailed.Fate;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The log in a PostgreSQL database that any number of nodes share. A group of appends holds the ledger's lock, so
 * that positions are gapless in the order of commits across nodes; a commit waits for the disk even where the
 * server's default does not. Of the data source, a pool, one connection is kept to listen, one writes at a time and
 * each reader takes one. It must lead to the primary.
 */
public final class PostgresLogStore extends JdbcLogStore {

    private final DataSource dataSource;
    private final PostgresAudience audience;
    private final LogOptions options;
    private @Nullable PostgresListener listener;

    private PostgresLogStore(DataSource dataSource, PostgresAudience audience, LogOptions options) {
        this.dataSource = dataSource;
        this.audience = audience;
        this.options = options;
    }

    /** Brings the tables up to date and serves them. The data source stays its owner's to close. */
    public static PostgresLogStore open(DataSource dataSource, LogOptions options) throws SQLException {
        LogSchema.POSTGRESQL.migrate(dataSource);
        return new PostgresLogStore(dataSource, new PostgresAudience(PostgresLedger.of(dataSource)), options);
    }

    @Override
    public List<Verdict> commit(List<Recorded> group) throws GroupFailed {
        Optional<List<Verdict>> stored = atOnce(new PostgresGroup(group));
        if (stored.isPresent()) {
            return stored.get();
        }
        List<Verdict> verdicts = new ArrayList<>(group.size());
        transact((connection, head) -> new PostgresWriter(connection, audience).place(group, head, verdicts));
        return verdicts;
    }

    private Optional<List<Verdict>> atOnce(PostgresGroup group) throws GroupFailed {
        boolean asked = false;
        try (Connection connection = dataSource.getConnection()) {
            asked = true;
            return group.append(connection, audience, options.lockTimeout());
        } catch (SQLException e) {
            if (asked && String.valueOf(e.getSQLState()).startsWith("40")) {
                // A server whose default isolation is stricter; the transaction of several statements says its own.
                return Optional.empty();
            }
            throw new GroupFailed(asked ? fateOfStatement(e) : Fate.NOTHING_STORED, false, e);
        }
    }

    @Override
    public long load(Iterator<Recorded> appends) throws GroupFailed {
        return transact((connection, head) -> new PostgresLoad(connection, audience).fill(appends, head))
                .position();
    }

    private interface Work {
        Head after(Connection connection, Head head) throws SQLException;
    }

    /** One transaction; it ends without a commit when nothing was added. */
    private Head transact(Work work) throws GroupFailed {
        boolean committing = false;
        try (Connection connection = dataSource.getConnection()) {
            PostgresWriter writer = new PostgresWriter(connection, audience);
            try {
                Head before = writer.begin(options.lockTimeout());
                Head after = work.after(connection, before);
                if (after.position() == before.position()) {
                    writer.rollback();
                } else {
                    committing = true;
                    writer.commit();
                    committing = false;
                }
                return after;
            } catch (SQLException | RuntimeException | Error e) {
                rollback(writer, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new GroupFailed(fate(committing, e), false, e);
        }
    }

    private static void rollback(PostgresWriter writer, Throwable cause) {
        try {
            writer.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** What the server refused while it carried the statement out is not stored; anything else may have been too late. */
    private static Fate fateOfStatement(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        boolean refused =
                Stream.of("22", "23", "25", "40", "42", "53", "54", "55").anyMatch(state::startsWith);
        return refused ? fate(false, e) : Fate.UNKNOWN;
    }

    private static Fate fate(boolean committing, SQLException e) {
        if (committing) {
            return Fate.UNKNOWN;
        }
        String state = e.getSQLState();
        boolean content = state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
        return content ? Fate.CONTENT_REFUSED : Fate.NOTHING_STORED;
    }

    /** Each group takes its own connection and reads the head anew, so there is nothing to mend. */
    @Override
    public long reopen() throws SQLException {
        return reading(JdbcLogStore::headOf).position();
    }

    @Override
    public void onForeignCommit(LongConsumer head) {
        PostgresListener listening = new PostgresListener(
                dataSource, "log-listener", audience.ledger().channel(), new PostgresListener.Ear() {
                    @Override
                    public void heard(List<String> news) {
                        news.forEach(position -> head.accept(Long.parseLong(position)));
                    }

                    @Override
                    public void look(Connection connection) throws SQLException {
                        audience.join(connection);
                        head.accept(JdbcLogStore.headOf(connection::prepareStatement)
                                .position());
                    }
                });
        listener = listening;
        listening.start();
    }

    @Override
    <T> T reading(Reading<T> reading) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return reading.in(sql -> connection.prepareStatement(sql));
        }
    }

    @Override
    public void close() {
        if (listener == null) {
            return;
        }
        listener.close();
        try {
            audience.leave(dataSource);
        } catch (SQLException e) {
            System.getLogger(PostgresLogStore.class.getName())
                    .log(System.Logger.Level.DEBUG, "The others find out by themselves", e);
        }
    }
}
