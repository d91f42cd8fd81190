package io.partnerledger.platform;

import io.partnerledger.log.EventLog;
import io.partnerledger.log.StoredEvent;
import io.partnerledger.log.StoredKey;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The keys of requests that succeeded, which are in the log with their events, and of those in flight. The same key
 * with the same body answers with the first result, for ever; with another body it is refused.
 */
@Component
final class IdempotencyKeys {

    static final String SCOPE = "idempotency";
    private static final int MAX_LENGTH = 255;

    private final EventLog log;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

    IdempotencyKeys(EventLog log) {
        this.log = log;
    }

    /** The form under which a key is in the log. */
    static String stored(String actor, Route route, String key) {
        return actor + "\n" + route.name() + "\n" + key;
    }

    static void requireUsable(String key) {
        boolean printable = key.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
        if (key.isBlank() || key.length() > MAX_LENGTH || !printable) {
            throw new RequestFault(
                    400, "bad-idempotency-key", "An Idempotency-Key has 1 to " + MAX_LENGTH + " printable characters");
        }
    }

    /** The event that this request ended in before, if it did. */
    Optional<StoredEvent> firstResult(String stored, String digest) {
        Optional<StoredKey> taken = log.key(SCOPE, stored);
        if (taken.isPresent() && !taken.get().owner().equals(digest)) {
            throw new RequestFault(
                    422, "idempotency-key-reused", "This Idempotency-Key belongs to another body; take a new one");
        }
        return taken.flatMap(key -> log.find(key.position()));
    }

    void begin(String stored) {
        if (!inFlight.add(stored)) {
            throw new RequestFault(
                    409,
                    "in-flight",
                    "The first request with this Idempotency-Key is not done yet; send it again in a moment");
        }
    }

    void end(String stored) {
        inFlight.remove(stored);
    }
}
