package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.SQLException;

/** Writes rows into a SQLite build that is being filled: its keys as {@link KeyRuns}, one a flush. */
final class RunWriter implements RowWriter {

    private final BatchWriter rest;
    private final KeyRuns runs;
    private final KeyEntries held = new KeyEntries();
    private long last;

    RunWriter(Connection connection) {
        this.rest = new BatchWriter(connection);
        this.runs = new KeyRuns(connection);
    }

    @Override
    public void write(StandingRows rows) throws SQLException {
        rest.addVersions(rows.announcements());
        rest.addOrganizations(rows.organizations());
        rest.addNames(rows.names());
        held.add(rows.keys());
        last = rows.last();
        if (held.size() > KeyEntries.MOST_HELD) {
            flush();
        }
    }

    @Override
    public void flush() throws SQLException {
        held.sort();
        runs.add(last, held);
        held.clear();
    }

    @Override
    public void close() throws SQLException {
        rest.close();
    }
}
