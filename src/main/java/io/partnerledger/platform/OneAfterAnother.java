package io.partnerledger.platform;

import io.partnerledger.log.LogUnavailable;
import io.partnerledger.log.Provided;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets through, one after another and on one node at a time, what is judged by others of its kind: of two duplicate
 * links or merges that together make a circle the second sees the first.
 */
@Component
public final class OneAfterAnother {

    /** As long as the log itself waits for its turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReentrantLock here = new ReentrantLock(true);
    private final Optional<PostgresDatabase> shared;

    OneAfterAnother(Optional<PostgresDatabase> shared) {
        this.shared = shared;
    }

    /** Does the work while nobody else does any. {@link LogUnavailable} where the others take too long. */
    public <T> T alone(Supplier<T> work) {
        if (!takesTurn()) {
            throw new LogUnavailable("Nothing was stored: what is judged by others waits for others", null);
        }
        try {
            return shared.isPresent() ? alone(shared.get(), work) : work.get();
        } catch (SQLException e) {
            throw new LogUnavailable("Nothing was stored: the other nodes do not wait: " + e.getMessage(), e);
        } finally {
            here.unlock();
        }
    }

    /** Whoever loses the turn with the session that has it appends nothing: another node may have its turn by then. */
    private static <T> T alone(PostgresDatabase shared, Supplier<T> work) throws SQLException {
        return shared.aloneWithin(PATIENCE, "judged", stillAlone -> Provided.that(stillAlone, work));
    }

    private boolean takesTurn() {
        try {
            return here.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
