package io.partnerledger.log;

import io.partnerledger.log.GroupFailed.Fate;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * When a node takes its turn to write and when it passes it on: it keeps it from group to group until another node asks
 * for it, but no longer than a second, so that one whose asking is not heard waits no longer.
 */
final class PostgresTurns {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    interface Work<T> {
        T in(PostgresTurn turn) throws GroupFailed;
    }

    interface Taking {
        PostgresTurn take() throws SQLException;
    }

    private final Taking taking;
    private final Executor afterLongest = CompletableFuture.delayedExecutor(
            LONGEST.toNanos(), TimeUnit.NANOSECONDS, Thread.ofVirtual().name("log-turn")::start);
    private final ReentrantLock busy = new ReentrantLock();
    private volatile @Nullable PostgresTurn turn;
    private volatile boolean wanted;

    PostgresTurns(Taking taking) {
        this.taking = taking;
    }

    /** Works while no other node writes. After a failure the next one has a turn of its own. */
    <T> T inTurn(Work<T> work) throws GroupFailed {
        busy.lock();
        boolean done = false;
        try {
            T result = work.in(mine());
            done = true;
            return result;
        } finally {
            if (!done) {
                end();
            } else if (wanted || mayBeWaitedFor()) {
                passOn();
            }
            busy.unlock();
            passIfWanted();
        }
    }

    /** Waits until nobody has the turn that had it before. */
    void await() throws SQLException {
        try {
            inTurn(_ -> true);
        } catch (GroupFailed e) {
            throw new SQLException("No turn to write: " + e.getMessage(), e);
        }
        giveUp();
    }

    private PostgresTurn mine() throws GroupFailed {
        PostgresTurn kept = turn;
        if (kept != null) {
            return kept;
        }
        // Whoever asked until now comes first in any case.
        wanted = false;
        try {
            PostgresTurn taken = taking.take();
            turn = taken;
            afterLongest.execute(() -> {
                if (turn == taken) {
                    pass();
                }
            });
            return taken;
        } catch (SQLException e) {
            throw new GroupFailed(Fate.NOTHING_STORED, false, e);
        }
    }

    private boolean mayBeWaitedFor() {
        PostgresTurn kept = turn;
        return kept != null && kept.mayBeWaitedFor();
    }

    /** Gives the turn to whoever waits for it, after the group that is being written. */
    void pass() {
        wanted = true;
        passIfWanted();
    }

    /** Who writes looks before it lets go of the lock, and again after it. */
    private void passIfWanted() {
        boolean passed = true;
        while (passed && wanted && turn != null && busy.tryLock()) {
            try {
                passed = passOn();
            } finally {
                busy.unlock();
            }
        }
    }

    /** Not before somebody stands in line: who writes without a break would come first again. Asking goes on till then. */
    private boolean passOn() {
        PostgresTurn kept = turn;
        if (kept == null || kept.age().compareTo(LONGEST) >= 0 || kept.isWaitedFor()) {
            end();
            return true;
        }
        return false;
    }

    private void end() {
        PostgresTurn ending = turn;
        turn = null;
        wanted = false;
        if (ending != null) {
            ending.end();
        }
    }

    /** Once no group is being written. */
    void giveUp() {
        busy.lock();
        try {
            end();
        } finally {
            busy.unlock();
        }
    }
}
