package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a batch of events into the tables of one build that has its indexes, in the order of the log. Nothing is
 * written before {@link #flush}, so that a batch costs a few statements however many events it has.
 */
public final class StandingWriter {

    private final Connection connection;
    private final JsonMapper json;
    private final StandingFold fold;

    public StandingWriter(Connection connection, JsonMapper json) {
        this.connection = connection;
        this.json = json;
        this.fold = new StandingFold(
                (id, _) -> openRow("announcement_version", id, AnnouncementVersion.class),
                (id, _) -> openRow("organization_version", id, OrganizationVersion.class),
                json);
    }

    /** Takes up one event. */
    public void apply(Object event, long position, Instant recordedAt) throws SQLException {
        fold.apply(event, position, recordedAt);
    }

    /** Writes the batch; the caller commits. */
    public void flush() throws SQLException {
        new BatchWriter(connection).write(take());
    }

    /** The rows of the batch, for who writes them otherwise. */
    StandingRows take() {
        return fold.take();
    }

    private <V> VersionRow<V> openRow(String table, String id, Class<V> type) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT revision, position, from_position, body FROM " + table
                        + " WHERE id = ? AND until_position IS NULL")) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException(table + " has no open row of " + id);
                }
                return VersionRow.stored(
                        id, row.getLong(1), row.getLong(2), row.getLong(3), json.readValue(row.getString(4), type));
            }
        }
    }
}
