package io.partnerledger.platform;

import io.partnerledger.announcement.Rejected;
import io.partnerledger.log.KeyConflict;
import io.partnerledger.log.StoredEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers a POST that has an idempotency key once, and whoever asks again with what was answered first. The key is
 * looked up before anything else is judged, and is in the log with the event that the request ended in.
 */
@Component
public final class OncePerKey {

    private static final String KEY = "Idempotency-Key";
    private static final int MAX_ACTOR = 128;

    private final IdempotencyKeys keys;

    OncePerKey(IdempotencyKeys keys) {
        this.keys = keys;
    }

    /** When the key is looked up and the work is done. */
    @FunctionalInterface
    public interface Turn {
        <R> R take(Supplier<R> work);
    }

    /**
     * Answers a request.
     *
     * @param digest of the body, by which another body under the same key is told
     * @param turn lets both look-up and work wait for their turn
     * @param first does the work; it is given the metadata of the request, for the last event at least
     * @param again makes the same answer of the event that the request ended in before
     */
    public <R> R answer(
            HttpServletRequest request,
            Route route,
            Supplier<String> digest,
            Turn turn,
            Function<Map<String, String>, R> first,
            Function<StoredEvent, R> again) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(RequestMetadata.ACTOR, actor(request));
        String stored = key(request, route);
        if (stored == null) {
            return turn.take(() -> first.apply(metadata));
        }
        String body = digest.get();
        metadata.put(RequestMetadata.IDEMPOTENCY_KEY, request.getHeader(KEY));
        metadata.put(RequestMetadata.REQUEST_DIGEST, body);
        keys.begin(stored);
        try {
            return turn.take(() -> {
                Optional<StoredEvent> before = keys.firstResult(stored, body);
                return before.isPresent() ? again.apply(before.get()) : first.apply(metadata);
            });
        } catch (KeyConflict | Rejected | ConcurrencyException | AggregateStreamCreationException refused) {
            // Where another node was faster with the same key, its result is the first one.
            return again.apply(keys.firstResult(stored, body).orElseThrow(() -> refused));
        } finally {
            keys.end(stored);
        }
    }

    /** The key of a request together with whose it is and what it is for; null where it has none. */
    static @Nullable String key(HttpServletRequest request, Route route) {
        String key = request.getHeader(KEY);
        if (key == null) {
            return null;
        }
        if (Collections.list(request.getHeaders(KEY)).size() > 1) {
            throw new RequestFault(400, "bad-idempotency-key", "A request has one Idempotency-Key");
        }
        IdempotencyKeys.requireUsable(key);
        return IdempotencyKeys.stored(actor(request), route, key);
    }

    /** Who asks, from {@code X-Actor}. */
    public static String actor(HttpServletRequest request) {
        String given = request.getHeader("X-Actor");
        if (given == null || given.isBlank()) {
            return "local";
        }
        boolean printable = given.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
        if (given.length() > MAX_ACTOR || !printable) {
            throw new RequestFault(400, "bad-actor", "X-Actor has 1 to " + MAX_ACTOR + " printable characters");
        }
        return given.strip();
    }
}
