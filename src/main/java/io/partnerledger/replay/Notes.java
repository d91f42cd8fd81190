package io.partnerledger.replay;

import io.partnerledger.replay.Progress.State;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.Generations.Claim;
import io.partnerledger.standing.Generations.Note;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** How far a rebuild is, told to the other nodes: the node that runs it leaves notes, a few a second at most. */
final class Notes {

    private static final Logger LOG = LoggerFactory.getLogger(Notes.class);
    private static final long APART_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Generations generations;
    private final JsonMapper json;
    private final String node;
    private volatile @Nullable Claim held;
    private volatile @Nullable State lastState;
    private volatile long lastNanos;

    Notes(Generations generations, JsonMapper json, String node) {
        this.generations = generations;
        this.json = json;
        this.node = node;
    }

    /** Does what the claim is there for, and gives it back. */
    void holding(Claim claim, Runnable work) {
        held = claim;
        try (claim) {
            work.run();
        } finally {
            held = null;
        }
    }

    /** Whether the claim that was taken is still there. */
    boolean areHeld() {
        Claim claim = held;
        return claim != null && claim.isHeld();
    }

    /** Each state is told, and of what lies between enough to watch. A rebuild goes on whether or not it can be told. */
    void tell(Progress progress) {
        Claim claim = held;
        long now = System.nanoTime();
        if (claim == null || (progress.state() == lastState && now - lastNanos < APART_NANOS)) {
            return;
        }
        try {
            claim.leave(json.writeValueAsString(progress));
            lastState = progress.state();
            lastNanos = now;
        } catch (RuntimeException e) {
            LOG.warn("The other nodes are not told of the rebuild: {}", e.getMessage());
        }
    }

    /** What a node that is gone left of a rebuild that there is nothing of any more is taken away. */
    void nothingIsLeft() {
        Claim claim = held;
        if (claim != null
                && ofAnotherNode()
                        .filter(told -> told.state() == State.INTERRUPTED)
                        .isPresent()) {
            claim.leave(null);
        }
    }

    /** What another node was the last to tell of; it is interrupted if that node is gone. */
    Optional<Progress> ofAnotherNode() {
        return generations.note().filter(note -> !note.who().equals(node)).map(this::read);
    }

    /** Which other node had the right to rebuild last. */
    Optional<String> claimant() {
        return generations.claimant().filter(who -> !who.equals(node));
    }

    /** Which other node is rebuilding. */
    Optional<String> running() {
        return generations
                .note()
                .filter(note -> note.isHeld() && !note.who().equals(node))
                .map(Note::who);
    }

    private Progress read(Note note) {
        Progress told = json.readValue(note.text(), Progress.class);
        return note.isHeld() || told.state().isOver() ? told : told.interrupted();
    }
}
