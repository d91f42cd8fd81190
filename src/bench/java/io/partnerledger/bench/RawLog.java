package io.partnerledger.bench;

import io.partnerledger.log.NewEvent;
import io.partnerledger.log.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;

/** Plain JDBC on the log's own tables: what the database itself allows to one thread. */
final class RawLog implements AutoCloseable {

    static final int BATCH = 1000;

    private static final String INSERT =
            "INSERT INTO log_event (position, event_id, stream, sequence, type, revision, recorded_at, metadata, data) "
                    + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final PreparedStatement insert;
    private long position;

    RawLog(Connection connection) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement(INSERT);
    }

    /** One row, one commit. */
    void append(NewEvent event) throws SQLException {
        bind(event, TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis()));
        insert.executeUpdate();
    }

    /** All of them in one transaction, a thousand rows a batch; answers how many. */
    long load(Iterator<Recorded> entries) throws SQLException {
        connection.setAutoCommit(false);
        long before = position;
        while (entries.hasNext()) {
            Recorded recorded = entries.next();
            for (NewEvent event : recorded.append().events()) {
                bind(event, recorded.recordedAt().toEpochMilli() * 1000);
                insert.addBatch();
            }
            if (position % BATCH == 0) {
                insert.executeBatch();
            }
        }
        insert.executeBatch();
        connection.commit();
        connection.setAutoCommit(true);
        return position - before;
    }

    private void bind(NewEvent event, long recordedAtMicros) throws SQLException {
        insert.setLong(1, position++);
        insert.setString(2, event.id());
        insert.setString(3, event.stream());
        insert.setLong(4, event.sequence());
        insert.setString(5, event.type());
        insert.setInt(6, event.revision());
        insert.setLong(7, recordedAtMicros);
        insert.setString(8, event.metadata());
        insert.setBytes(9, event.data());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
