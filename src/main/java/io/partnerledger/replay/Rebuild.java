package io.partnerledger.replay;

import io.partnerledger.log.EventLog;
import io.partnerledger.replay.Progress.State;
import io.partnerledger.standing.Comparison;
import io.partnerledger.standing.Generation;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.LiveStanding;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild: fills a new build from position 0 in pages of the log while the live one goes on answering, compares the
 * two at one position, then catches up with the projection held still, and switches.
 */
final class Rebuild {

    private static final int PAGE = 8_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String projection;
    private final EventLog log;
    private final LogPast past;
    private final Instant startedAt;
    private final Consumer<Progress> told;
    private final long startedNanos = System.nanoTime();
    private volatile long filledNanos;
    private volatile long filledBefore = -1;
    private @Nullable Filling filling;
    private volatile boolean cancelled;

    private volatile State state = State.BUILDING;
    private volatile long position = -1;
    private volatile @Nullable Difference difference;
    private volatile @Nullable String failure;

    Rebuild(String projection, EventLog log, LogPast past, Instant startedAt, Consumer<Progress> told) {
        this.projection = projection;
        this.log = log;
        this.past = past;
        this.startedAt = startedAt;
        this.told = told;
    }

    /** One that ended with its process, and that the next goes on with. */
    static Rebuild interrupted(Rebuild rebuild, long position) {
        rebuild.position = position;
        rebuild.filledBefore = position;
        rebuild.enter(State.INTERRUPTED);
        return rebuild;
    }

    Progress progress() {
        long done = position + 1;
        long total = Math.max(log.head() + 1, done);
        long nanos = (filledNanos == 0 ? System.nanoTime() : filledNanos) - startedNanos;
        long rate = (position - filledBefore) * 1000 / Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
        long left = rate == 0 ? 0 : (total - done) / rate;
        Long resumedFrom = filledBefore < 0 || isInterrupted() ? null : filledBefore + 1;
        return new Progress(projection, state, done, total, rate, left, startedAt, resumedFrom, difference, failure);
    }

    /** Fills the new build as far as the log goes now. */
    void fill(Generations generations, Generation generation) throws SQLException, InterruptedException {
        Filling known = filling;
        if (known == null) {
            known = new Filling(past, generations, generation, PAGE);
            filling = known;
            position = LiveStanding.storedPosition(generation);
            filledBefore = position;
        }
        known.from(position, this::filledTo, () -> cancelled);
        filledNanos = filledNanos == 0 ? System.nanoTime() : filledNanos;
    }

    private void filledTo(long to) {
        position = to;
        told.accept(progress());
    }

    private void enter(State next) {
        state = next;
        told.accept(progress());
    }

    /** Compares the new build with the live one at the last position that both have. */
    void compare(LiveStanding live, Generations generations, Generation generation)
            throws SQLException, InterruptedException {
        enter(State.COMPARING);
        if (!live.await(position, PATIENCE)) {
            throw new IllegalStateException("The live build did not come to position " + position + " in time");
        }
        Comparison found = Comparison.of(generations, live.generation(), generation, position, () -> cancelled);
        boolean same = found.onlyLeft() + found.onlyRight() + found.changed() == 0;
        difference = new Difference(
                position, same, found.rows(), found.onlyLeft(), found.onlyRight(), found.changed(), found.examples());
    }

    void indexing() {
        enter(State.INDEXING);
    }

    void switching() {
        enter(State.SWITCHING);
    }

    void cancel() {
        cancelled = true;
    }

    void done() {
        enter(State.DONE);
    }

    void cancelled() {
        enter(State.CANCELLED);
    }

    void failed(Exception cause) {
        failure = String.valueOf(cause.getMessage());
        enter(State.FAILED);
    }

    boolean isInterrupted() {
        return state == State.INTERRUPTED;
    }

    boolean isOver() {
        return state.isOver();
    }

    long position() {
        return position;
    }
}
