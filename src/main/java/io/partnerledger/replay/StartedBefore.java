package io.partnerledger.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The first answers to those who asked for a rebuild under a key. A rebuild records no event that a key could be in the
 * log with, so keys are kept while the process runs, the newest thousand.
 */
final class StartedBefore {

    private static final int KEPT = 1_000;

    private final Map<String, Progress> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Progress> eldest) {
            return size() > KEPT;
        }
    };

    /** What was answered to this key, or what is answered now; empty answers are not kept. */
    synchronized Optional<Progress> answer(RequestKey key, Supplier<Optional<Progress>> start) {
        String asked = key.value();
        if (asked == null) {
            return start.get();
        }
        Progress before = answers.get(asked);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<Progress> started = start.get();
        started.ifPresent(progress -> answers.put(asked, progress));
        return started;
    }
}
