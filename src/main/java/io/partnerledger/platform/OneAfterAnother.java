package io.partnerledger.platform;

import io.partnerledger.log.LogUnavailable;
import io.partnerledger.log.Provided;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets through one at a time, on one node or on all, what would not see each other otherwise. */
@Component
public final class OneAfterAnother {

    /** What waits for each other, and what is said of the one that all wait for. */
    private record Kind(String name, String another, ReentrantLock here) {

        static Kind of(String name, String another) {
            return new Kind(name, another, new ReentrantLock(true));
        }
    }

    /** As long as the log itself waits for its turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Kind judged = Kind.of("judged", "another link or merge, or an import that has some,");
    private final Kind imports = Kind.of("import", "another import");
    private final Optional<PostgresDatabase> shared;

    OneAfterAnother(Optional<PostgresDatabase> shared) {
        this.shared = shared;
    }

    /**
     * Does what is judged by others of its kind while nobody else does: of two duplicate links or merges that together
     * make a circle the second sees the first. {@link LogUnavailable} where the others take too long.
     */
    public <T> T judged(Supplier<T> work) {
        return alone(judged, work);
    }

    /** The same for imports: one that is sent twice finds what the first one left. */
    public <T> T importing(Supplier<T> work) {
        return alone(imports, work);
    }

    /** The same for what stores nothing, but takes as much memory. */
    public <T> T rehearsing(Supplier<T> work) {
        return aloneHere(imports, work);
    }

    private <T> T alone(Kind kind, Supplier<T> work) {
        return aloneHere(kind, () -> shared.isPresent() ? alone(shared.get(), kind, work) : work.get());
    }

    private static <T> T aloneHere(Kind kind, Supplier<T> work) {
        if (!takesTurn(kind.here)) {
            throw underWay(kind, null);
        }
        try {
            return work.get();
        } finally {
            kind.here.unlock();
        }
    }

    /** Whoever loses the turn with the session that has it appends nothing: another node may have its turn by then. */
    private static <T> T alone(PostgresDatabase shared, Kind kind, Supplier<T> work) {
        try {
            return shared.aloneWithin(PATIENCE, kind.name, stillAlone -> Provided.that(stillAlone, work));
        } catch (SQLTimeoutException e) {
            throw underWay(kind, e);
        } catch (SQLException e) {
            throw new LogUnavailable("Nothing was stored: the other nodes cannot be told: " + e.getMessage(), e);
        }
    }

    private static LogUnavailable underWay(Kind kind, @Nullable Exception e) {
        return new LogUnavailable(
                "Nothing was stored: " + kind.another + " is under way. Ask again once it is over", e);
    }

    private static boolean takesTurn(ReentrantLock here) {
        try {
            return here.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
