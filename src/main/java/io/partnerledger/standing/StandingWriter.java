package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Writes a batch of events into the tables of one build that has its indexes, in the order of the log. Nothing is
 * written before {@link #flush}, so that a batch costs a few statements however many events it has.
 */
public final class StandingWriter {

    private final Connection connection;
    private final StandingFold fold;

    public StandingWriter(Connection connection) {
        this.connection = connection;
        this.fold = new StandingFold(
                (id, _) -> openRow("announcement_version", id), (id, _) -> openRow("organization_version", id));
    }

    /** Takes up one event. */
    public void apply(Object event, long position) throws SQLException {
        fold.apply(event, position);
    }

    /** Writes the batch; the caller commits. */
    public void flush() throws SQLException {
        new BatchWriter(connection).write(take());
    }

    /** The rows of the batch, for who writes them otherwise. */
    StandingRows take() {
        return fold.take();
    }

    private VersionRow openRow(String table, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT revision, position, from_position FROM "
                + table + " WHERE id = ? ORDER BY revision DESC LIMIT 1")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException(table + " has no open row of " + id);
                }
                return VersionRow.stored(id, row.getLong(1), row.getLong(2), row.getLong(3));
            }
        }
    }
}
