package io.partnerledger.log;

import io.partnerledger.log.GroupFailed.Fate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The log in a PostgreSQL database that any number of nodes share. Who appends holds the ledger's lock, so
 * that positions are gapless in the order of commits across nodes; a commit waits for the disk even where the
 * server's default does not. Of the data source, a pool, one connection is kept to listen, one writes at a time and
 * each reader takes one. It must lead to the primary.
 */
public final class PostgresLogStore extends JdbcLogStore {

    private static final System.Logger LOG = System.getLogger(PostgresLogStore.class.getName());

    private final DataSource dataSource;
    private final PostgresLedger ledger;
    private final PostgresAudience audience = new PostgresAudience();
    private final PostgresTurns turns;
    private @Nullable PostgresListener listener;

    private PostgresLogStore(DataSource dataSource, PostgresLedger ledger, LogOptions options) {
        this.dataSource = dataSource;
        this.ledger = ledger;
        this.turns = new PostgresTurns(() ->
                PostgresTurn.take(dataSource, new PostgresLock(ledger, audience.session()), options.lockTimeout()));
    }

    /** Brings the tables up to date and serves them. The data source stays its owner's to close. */
    public static PostgresLogStore open(DataSource dataSource, LogOptions options) throws SQLException {
        PostgresLedger ledger = PostgresLedger.of(dataSource);
        LogSchema.POSTGRESQL.migrate(dataSource);
        return new PostgresLogStore(dataSource, ledger, options);
    }

    @Override
    public List<Verdict> commit(List<Append> group, InstantSource clock, long knownHead) throws GroupFailed {
        try {
            return write(group, clock, knownHead);
        } catch (GroupFailed failed) {
            if (failed.fate() == Fate.UNKNOWN || PostgresSessions.isGone(failed.getCause())) {
                return settle(group, clock, knownHead, failed);
            }
            throw failed;
        }
    }

    private List<Verdict> write(List<Append> group, InstantSource clock, long knownHead) throws GroupFailed {
        return turns.inTurn(turn -> {
            requireEnd(turn, knownHead);
            return new PostgresWriter(turn, clock.instant()).write(group);
        });
    }

    /**
     * There is a next turn only once the session has ended with which the group was written, so what it stored is there
     * to see. The rest is written again; if that is all, it may fail as any other group.
     */
    private List<Verdict> settle(List<Append> group, InstantSource clock, long knownHead, GroupFailed broken)
            throws GroupFailed {
        PostgresAftermath aftermath;
        try {
            aftermath = turns.inTurn(turn -> {
                requireEnd(turn, knownHead);
                return PostgresAftermath.of(group, turn, knownHead);
            });
        } catch (GroupFailed | LogReadOnly e) {
            broken.addSuppressed(e);
            throw broken;
        }
        List<Append> rest = aftermath.rest();
        LOG.log(
                System.Logger.Level.WARNING,
                "Of a group of {0} whose connection broke, {1} were not stored and are written now: {2}",
                group.size(),
                rest.size(),
                broken.getMessage());
        try {
            return aftermath.with(rest.isEmpty() ? List.of() : write(rest, clock, knownHead));
        } catch (GroupFailed | LogReadOnly e) {
            if (rest.size() < group.size()) {
                broken.addSuppressed(e);
                throw broken;
            }
            throw e;
        }
    }

    /** A session that was ended unawares knows less than there is, so the database is asked before it is blamed. */
    private static void requireEnd(PostgresTurn turn, long knownHead) throws GroupFailed {
        if (turn.head().position() >= knownHead) {
            return;
        }
        try {
            turn.look();
        } catch (SQLException e) {
            throw new GroupFailed(Fate.NOTHING_STORED, false, e);
        }
        LogReadOnly.requireEnd(knownHead, turn.head().position());
    }

    @Override
    public long load(Iterator<Recorded> appends) throws GroupFailed {
        return turns.inTurn(turn -> new PostgresLoad(turn).fill(appends)).position();
    }

    @Override
    public boolean commitsInProcess() {
        return false;
    }

    /** With a failed group ended the turn, and the next one reads the head anew, so there is nothing to mend. */
    @Override
    public long reopen() throws SQLException {
        return reading(JdbcLogStore::headOf).position();
    }

    @Override
    public void onForeignCommit(LongConsumer head) {
        PostgresListener listening =
                new PostgresListener(dataSource, "log-listener", ledger.channel(), new PostgresListener.Ear() {
                    @Override
                    public void heard(List<String> news) {
                        for (String said : news) {
                            long position = Long.parseLong(said);
                            if (position >= -1) {
                                head.accept(position);
                            } else if (-position != audience.session()) {
                                turns.pass();
                            }
                        }
                    }

                    @Override
                    public void look(Connection connection) throws SQLException {
                        try {
                            audience.join(connection, turns);
                        } finally {
                            head.accept(JdbcLogStore.headOf(connection::prepareStatement)
                                    .position());
                        }
                    }
                });
        listener = listening;
        listening.start();
    }

    /** Its driver has all rows of a statement in memory before the first one is looked at. */
    @Override
    String paged(String select) {
        return """
            SELECT * FROM (
                SELECT page.*, sum(length(data)) OVER (ORDER BY position) - length(data) AS before FROM (%s) AS page) AS paged
            WHERE before < %d ORDER BY position\
            """.formatted(select, MOST_BYTES);
    }

    @Override
    <T> T reading(Reading<T> reading) throws SQLException {
        return PostgresSessions.alive(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return reading.in(sql -> connection.prepareStatement(sql));
            }
        });
    }

    @Override
    public void close() {
        turns.giveUp();
        if (listener == null) {
            return;
        }
        listener.close();
        try {
            audience.leave(dataSource);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "The others find out by themselves", e);
        }
    }
}
