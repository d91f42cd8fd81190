package io.partnerledger.replay;

import io.partnerledger.log.EventLog;
import io.partnerledger.replay.Progress.State;
import io.partnerledger.standing.Comparison;
import io.partnerledger.standing.Generation;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.LiveStanding;
import io.partnerledger.standing.Sums;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild: fills a new build from position 0 in pages of the log while the live one goes on answering, compares the
 * two at one position, then catches up with the projection held still, and switches.
 */
final class Rebuild {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String projection;
    private final EventLog log;
    private final LogPast past;
    private final Instant startedAt;
    private final Consumer<Progress> told;
    private final BooleanSupplier right;
    private final long startedNanos = System.nanoTime();
    private volatile long filledNanos;
    private volatile long filledBefore = -1;
    private @Nullable Filling filling;
    private @Nullable Sums ofLive;
    private volatile boolean cancelled;

    private volatile State state = State.BUILDING;
    private volatile long position = -1;
    private volatile @Nullable Difference difference;
    private volatile @Nullable String failure;

    /**
     * @param told what becomes of it
     * @param right whether this process still has the right to rebuild
     */
    Rebuild(
            String projection,
            EventLog log,
            LogPast past,
            Instant startedAt,
            Consumer<Progress> told,
            BooleanSupplier right) {
        this.projection = projection;
        this.log = log;
        this.past = past;
        this.startedAt = startedAt;
        this.told = told;
        this.right = right;
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

    /** Makes the new build, and compares it with the live one. */
    void make(LiveStanding live, Generations generations, Generation generation)
            throws SQLException, InterruptedException {
        fill(generations, generation);
        complete(live, generations, generation);
        fill(generations, generation);
        compare(generations, generation);
    }

    /** Whether it may be what was done before the interruption that differs. */
    boolean mayHaveGoneOnWithFaults() {
        Difference found = difference;
        return filledBefore >= 0 && found != null && !found.same();
    }

    /** With a build that nothing was done of. */
    void beginAgain() {
        filling = null;
        filledNanos = 0;
        ofLive = null;
        difference = null;
        enter(State.BUILDING);
    }

    /** Fills the new build as far as the log goes now. */
    void fill(Generations generations, Generation generation) throws SQLException, InterruptedException {
        Filling known = filling;
        if (known == null) {
            known = new Filling(past, generations, generation);
            filling = known;
            position = generations.filledTo(generation);
            filledBefore = position;
        }
        position = known.from(position, this::filledTo, this::isCancelled);
        filledNanos = filledNanos == 0 ? System.nanoTime() : filledNanos;
    }

    /** Two that fill one build would each be in the other's way. */
    private boolean isCancelled() {
        if (!cancelled) {
            requireRight();
        }
        return cancelled;
    }

    void requireRight() {
        if (!right.getAsBoolean()) {
            throw new IllegalStateException("The right to rebuild is lost: the database ended its session");
        }
    }

    private void filledTo(long to) {
        position = to;
        told.accept(progress());
    }

    private void enter(State next) {
        state = next;
        told.accept(progress());
    }

    /** Makes the filled build one that can be asked; the live one is summed up meanwhile, as it was at the same position. */
    void complete(LiveStanding live, Generations generations, Generation generation)
            throws SQLException, InterruptedException {
        enter(State.INDEXING);
        long at = position;
        try (ExecutorService beside = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("rebuild-sums").daemon().factory())) {
            Future<Sums> sums = beside.submit(() -> sumsOf(live, generations, at));
            generations.complete(generation);
            ofLive = sums.get();
        } catch (ExecutionException e) {
            requireNotCancelled(e.getCause());
            difference = Difference.unread(at, e);
        }
    }

    private static void requireNotCancelled(@Nullable Throwable failure) {
        if (failure instanceof CancellationException cancelled) {
            throw cancelled;
        }
    }

    private Sums sumsOf(LiveStanding live, Generations generations, long at) throws SQLException, InterruptedException {
        // One that stands still is what a rebuild is to mend.
        long both = live.await(at, PATIENCE) ? at : Math.min(at, live.position());
        return Sums.of(generations, live.generation(), both, () -> cancelled);
    }

    /**
     * Compares the new build with the live one at the last position that both had. A live one that cannot be read is what
     * a rebuild is to mend; that it could not be read is then the difference.
     */
    void compare(Generations generations, Generation generation) throws SQLException, InterruptedException {
        enter(State.COMPARING);
        Sums sums = ofLive;
        if (sums == null) {
            return;
        }
        try {
            difference = difference(sums, Comparison.of(generations, sums, generation, () -> cancelled));
        } catch (RuntimeException e) {
            requireNotCancelled(e);
            Sums.requireReadable(generations, generation, sums.position());
            difference = Difference.unread(sums.position(), e);
        }
    }

    private static Difference difference(Sums sums, Comparison found) {
        return new Difference(
                sums.position(),
                found.onlyLeft() + found.onlyRight() + found.changed() == 0,
                found.rows(),
                found.onlyLeft(),
                found.onlyRight(),
                found.changed(),
                found.examples());
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

    void failed(Throwable cause) {
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
