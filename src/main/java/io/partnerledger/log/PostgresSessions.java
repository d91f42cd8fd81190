package io.partnerledger.log;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that have ended while their connections lay in the pool, as all do when the server starts anew. The pool
 * finds out by those who use them, so what may be done twice is done again on another one.
 */
final class PostgresSessions {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    interface Work<T> {
        T run() throws SQLException;
    }

    private PostgresSessions() {}

    /** Does work that takes a connection of its own, until it has one whose session is alive. */
    static <T> T alive(Work<T> work) throws SQLException {
        long begin = System.nanoTime();
        while (true) {
            try {
                return work.run();
            } catch (SQLException e) {
                if (!isGone(e) || System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw e;
                }
            }
        }
    }

    /** Unlike a pool that has no connection to give, which has waited for one already. */
    static boolean isGone(@Nullable Throwable failure) {
        if (!(failure instanceof SQLException e) || e instanceof SQLTransientConnectionException) {
            return false;
        }
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }
}
