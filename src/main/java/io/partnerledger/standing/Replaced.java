package io.partnerledger.standing;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Builds that another has taken the place of. Questions that took one before are answered from it, so it ends half a
 * minute later.
 */
public final class Replaced {

    private static final int GRACE_SECONDS = 30;

    private final Set<Generation> builds = ConcurrentHashMap.newKeySet();
    private final Consumer<Generation> ending;

    /** @param ending what becomes of a build then */
    public Replaced(Consumer<Generation> ending) {
        this.ending = ending;
    }

    /** Lets a build end after the while. */
    public void add(Generation build) {
        builds.add(build);
        CompletableFuture.delayedExecutor(GRACE_SECONDS, TimeUnit.SECONDS).execute(() -> end(build));
    }

    /** The numbers of those that have not ended. */
    public Set<Integer> numbers() {
        return builds.stream().map(Generation::number).collect(Collectors.toSet());
    }

    /** Lets all of them end at once. */
    public void endAll() {
        builds.forEach(this::end);
    }

    private void end(Generation build) {
        if (builds.remove(build)) {
            ending.accept(build);
        }
    }
}
