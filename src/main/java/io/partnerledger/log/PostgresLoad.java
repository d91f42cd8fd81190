package io.partnerledger.log;

import io.partnerledger.log.GroupFailed.Fate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Fills an empty log in a node's turn, in one transaction: the events by COPY, thousands at a time, after each of these the keys
 * that they bring. What is taken twice is found by the tables' own constraints.
 */
final class PostgresLoad {

    private static final int COPIED_AT_ONCE = 10_000;
    private static final Pattern EVENT_ID = Pattern.compile("\\(event_id\\)=\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern PLACE =
            Pattern.compile("\\(stream, sequence\\)=\\((.*), (\\d{1,18})\\)", Pattern.DOTALL);

    private final PostgresTurn turn;
    private final Connection connection;

    PostgresLoad(PostgresTurn turn) {
        this.turn = turn;
        this.connection = turn.connection();
    }

    /** Answers with the head; after a failure the turn is to end, and with it the transaction. */
    Head fill(Iterator<Recorded> appends) throws GroupFailed {
        boolean committing = false;
        try {
            connection.setAutoCommit(false);
            Head head = copied(appends);
            committing = true;
            connection.commit();
            connection.setAutoCommit(true);
            turn.reached(head);
            return head;
        } catch (SQLException e) {
            throw new GroupFailed(committing ? Fate.UNKNOWN : PostgresWriter.fateUncommitted(e), false, e);
        }
    }

    private Head copied(Iterator<Recorded> appends) throws SQLException {
        Loading loading = new Loading(turn.head());
        while (appends.hasNext()) {
            PostgresKeys keys = new PostgresKeys(connection);
            copy(appends, loading, keys);
            keys.insert();
        }
        if (turn.overheard() && loading.head().position() >= 0) {
            tell(loading.head());
        }
        return loading.head();
    }

    private void copy(Iterator<Recorded> appends, Loading loading, PostgresKeys keys) throws SQLException {
        PostgresCopy copy = new PostgresCopy(connection);
        try {
            int events = 0;
            while (events < COPIED_AT_ONCE && appends.hasNext()) {
                Recorded recorded = appends.next();
                Append append = recorded.append();
                long at = loading.timeOf(recorded);
                long position = loading.head().position();
                keys.take(append, position + append.events().size());
                for (NewEvent event : append.events()) {
                    copy.add(event, ++position, at);
                }
                loading.placed(append, at);
                events += append.events().size();
            }
            copy.finish();
        } catch (SQLException e) {
            cancel(copy, e);
            throw conflict(e).<RuntimeException>map(taken -> taken).orElseThrow(() -> e);
        } catch (RuntimeException | Error e) {
            cancel(copy, e);
            throw e;
        }
    }

    private static void cancel(PostgresCopy copy, Throwable cause) {
        try {
            copy.cancel();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** The server names in any language the columns and the values that are there already. */
    private static Optional<AppendConflict> conflict(SQLException e) {
        ServerErrorMessage told = e instanceof PSQLException failure ? failure.getServerErrorMessage() : null;
        String detail = told == null ? null : told.getDetail();
        if (detail == null || !PostgresWriter.UNIQUE_VIOLATION.equals(e.getSQLState())) {
            return Optional.empty();
        }
        Matcher id = EVENT_ID.matcher(detail);
        if (id.find()) {
            return Optional.of(new EventIdConflict(id.group(1)));
        }
        Matcher place = PLACE.matcher(detail);
        return place.find()
                ? Optional.of(new StreamConflict(place.group(1), Long.parseLong(place.group(2))))
                : Optional.empty();
    }

    private void tell(Head head) throws SQLException {
        try (PreparedStatement tell = connection.prepareStatement("SELECT pg_notify(?, ?::text)")) {
            tell.setString(1, turn.channel());
            tell.setLong(2, head.position());
            tell.execute();
        }
    }
}
