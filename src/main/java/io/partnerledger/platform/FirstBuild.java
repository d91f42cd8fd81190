package io.partnerledger.platform;

import io.partnerledger.replay.Filling;
import io.partnerledger.replay.LogPast;
import io.partnerledger.standing.Generation;
import io.partnerledger.standing.Generations;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Fills a build from the log at a start that finds none to go on with, and says so where that takes long. */
@Component
final class FirstBuild {

    private static final long TURN = TimeUnit.SECONDS.toNanos(2);

    private final LogPast past;
    private final Generations generations;
    private final BuildTokens tokens;
    private long toldAt = System.nanoTime();

    FirstBuild(LogPast past, Generations generations, BuildTokens tokens) {
        this.past = past;
        this.generations = generations;
        this.tokens = tokens;
    }

    /** Fills a build that is new or that another start began; from then on it is whole and can be the live one. */
    void fill(Generation build) throws IOException {
        try {
            long filled =
                    new Filling(past, generations, build).from(generations.filledTo(build), this::tell, () -> false);
            generations.complete(build);
            tokens.begin(build, filled);
        } catch (SQLException | RuntimeException e) {
            generations.close(build);
            throw new IOException("The views cannot be built from the log: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The views were not built to the end", e);
        }
    }

    private void tell(long position) {
        long now = System.nanoTime();
        if (now - toldAt > TURN) {
            toldAt = now;
            CatchUp.say(position, past.log().head());
        }
    }
}
