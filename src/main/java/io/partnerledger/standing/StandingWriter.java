package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Writes a batch of events into the tables of one build that has its indexes, in the order of the log. Nothing is
 * written before {@link #flush}, so that a batch costs a few statements however many events it has.
 */
public final class StandingWriter {

    private final Connection connection;
    private final StandingFold fold;

    public StandingWriter(Connection connection, Past past) {
        this.connection = connection;
        this.fold = new StandingFold(past);
    }

    /** Takes up one event. */
    public void apply(Object event, long position) {
        fold.apply(event, position);
    }

    /** Writes the batch; the caller commits. */
    public void flush() throws SQLException {
        try (BatchWriter writer = new BatchWriter(connection)) {
            writer.write(take());
            writer.flush();
        }
    }

    /** The rows of the batch, for who writes them otherwise. */
    StandingRows take() {
        return fold.take();
    }
}
