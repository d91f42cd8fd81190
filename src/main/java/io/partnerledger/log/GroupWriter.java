package io.partnerledger.log;

import io.partnerledger.log.GroupFailed.Fate;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Commits groups of appends, one group at a time, and answers each append. Waking those who wait for a group takes half
 * as long as its commit, so that is done beside the commit of the next. After a failure it trusts nothing that was hoped:
 * the store is opened anew, and a disk that failed is written no more. One thread at a time.
 */
final class GroupWriter implements AutoCloseable {

    /** An append that waits for its answer. */
    record Waiting(Append append, CompletableFuture<Appended> answer) {}

    private static final System.Logger LOG = System.getLogger(GroupWriter.class.getName());

    private final LogStore store;
    private final HeadSignal signal;
    private final InstantSource clock;
    private final RecentEvents recent = new RecentEvents();
    private volatile @Nullable LogReadOnly readOnly;
    private final LongAdder groups = new LongAdder();
    private final LongAdder appends = new LongAdder();
    private final ExecutorService answers;
    private volatile int largestGroup;
    private boolean suspect;
    private volatile @Nullable FailedAppend failing;
    /** What was said of the failures since the last group that was stored. */
    private String said = "";

    GroupWriter(LogStore store, HeadSignal signal, InstantSource clock) {
        this.store = store;
        this.signal = signal;
        this.clock = clock;
        // A virtual thread wakes others of its kind without a call to the system for each.
        this.answers = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("log-answers").factory());
    }

    RecentEvents recent() {
        return recent;
    }

    AppendFigures figures(int waiting) {
        return new AppendFigures(waiting, groups.sum(), appends.sum(), largestGroup);
    }

    /** Why appends are refused, if they are. */
    Optional<LogReadOnly> readOnly() {
        return Optional.ofNullable(readOnly);
    }

    /** That the newest append failed, unless one was stored since. */
    Optional<FailedAppend> failing() {
        return Optional.ofNullable(failing);
    }

    /** Refuses appends from now on. */
    void endWriting(LogReadOnly why) {
        if (readOnly == null) {
            LOG.log(System.Logger.Level.ERROR, why.getMessage());
        }
        readOnly = why;
    }

    /** Commits a group, which is answered then or soon after. */
    void write(List<Waiting> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            prepare();
            List<Verdict> verdicts =
                    store.commit(group.stream().map(Waiting::append).toList(), clock, signal.head());
            answer(group, verdicts);
        } catch (GroupFailed failed) {
            distrust(failed);
            if (failed.fate() == Fate.CONTENT_REFUSED && group.size() > 1) {
                group.forEach(alone -> write(List.of(alone)));
            } else {
                refuse(group, failure(failed));
            }
        } catch (LogReadOnly e) {
            endWriting(e);
            refuse(group, e);
        } catch (LogUnavailable e) {
            refuse(group, e);
        } catch (Throwable e) {
            suspect = true;
            LOG.log(System.Logger.Level.ERROR, "The log's writer failed", e);
            refuse(group, new OutcomeUnknown("The log's writer failed", e));
        }
    }

    private void refuse(List<Waiting> group, RuntimeException why) {
        if (!(why instanceof Unstorable)) {
            failing = new FailedAppend(clock.instant(), String.valueOf(why.getMessage()));
        }
        group.forEach(each -> each.answer().completeExceptionally(why));
    }

    /** Fills an empty log, and answers with its head. */
    void load(Iterator<Recorded> loaded, CompletableFuture<Long> answer) {
        try {
            prepare();
            long head = store.load(loaded);
            signal.raise(head);
            answer.complete(head);
            signal.tell();
        } catch (GroupFailed failed) {
            distrust(failed);
            answer.completeExceptionally(failure(failed));
        } catch (Throwable e) {
            suspect = true;
            answer.completeExceptionally(e);
        }
    }

    private void answer(List<Waiting> group, List<Verdict> verdicts) {
        long head = -1;
        int stored = 0;
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i) instanceof Verdict.Stored done) {
                recent.add(group.get(i).append(), done.appended());
                head = done.appended().lastPosition();
                stored++;
            }
        }
        if (stored > 0) {
            said = "";
            failing = null;
            groups.increment();
            appends.add(stored);
            largestGroup = Math.max(largestGroup, stored);
        }
        signal.raise(head);
        if (group.size() == 1) {
            answerEach(group, verdicts);
        } else {
            answers.execute(() -> answerEach(group, verdicts));
        }
        if (head >= 0) {
            signal.tell();
        }
    }

    private static void answerEach(List<Waiting> group, List<Verdict> verdicts) {
        for (int i = 0; i < group.size(); i++) {
            switch (verdicts.get(i)) {
                case Verdict.Stored stored -> group.get(i).answer().complete(stored.appended());
                case Verdict.Refused refused -> group.get(i).answer().completeExceptionally(refused.conflict());
            }
        }
    }

    /** Waits until every group is answered, interrupted or not. */
    @Override
    public void close() {
        CompletableFuture.runAsync(() -> {}, answers).join();
        answers.shutdown();
    }

    /**
     * After a failure the store is opened anew, so that the next group builds on what is there and not on what was
     * hoped.
     */
    private void prepare() {
        LogReadOnly why = readOnly;
        if (why != null) {
            throw why;
        }
        if (!suspect) {
            return;
        }
        try {
            long known = signal.head();
            long head = store.reopen();
            LogReadOnly.requireEnd(known, head);
            signal.raise(head);
            suspect = false;
            signal.tell();
        } catch (SQLException e) {
            throw new LogUnavailable("The log cannot be opened again: " + e.getMessage(), e);
        }
    }

    private void distrust(GroupFailed failed) {
        suspect = true;
        // Where a disk is full or a server gone, each of a thousand appends a second fails alike.
        String failure = "Appends failed: " + failed.fate() + ": " + failed.getMessage();
        if (!failure.equals(said)) {
            LOG.log(System.Logger.Level.ERROR, failure, failed);
            said = failure;
        }
        if (failed.diskFailed()) {
            // After a failed write the system may report pages as written that never reached the disk.
            endWriting(new LogReadOnly(
                    "Queries go on. Mend the disk, then start the ledger again. It failed: " + failed.getMessage(),
                    failed));
        }
    }

    private static RuntimeException failure(GroupFailed failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        String message = String.valueOf(cause.getMessage());
        return switch (failed.fate()) {
            case CONTENT_REFUSED -> new Unstorable("Nothing was stored: " + message, cause);
            case NOTHING_STORED -> new LogUnavailable("Nothing was stored: " + message, cause);
            case UNKNOWN -> new OutcomeUnknown("Stored completely or not at all: " + message, cause);
        };
    }
}
