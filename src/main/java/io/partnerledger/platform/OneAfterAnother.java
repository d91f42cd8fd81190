package io.partnerledger.platform;

import io.partnerledger.log.LogUnavailable;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets through, one after another and on one node at a time, what is judged by others of its kind: of two duplicate
 * links or merges that together make a circle the second sees the first.
 */
@Component
public final class OneAfterAnother {

    private final ReentrantLock here = new ReentrantLock(true);
    private final Optional<PostgresDatabase> shared;

    OneAfterAnother(Optional<PostgresDatabase> shared) {
        this.shared = shared;
    }

    /** Does the work while nobody else does any. */
    public <T> T alone(Supplier<T> work) {
        here.lock();
        try {
            return shared.isPresent() ? shared.get().alone("judged", work::get) : work.get();
        } catch (SQLException e) {
            throw new LogUnavailable("The other nodes could not be asked to wait: " + e.getMessage(), e);
        } finally {
            here.unlock();
        }
    }
}
