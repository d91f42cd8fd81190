package io.partnerledger.standing;

import java.sql.SQLException;

/** Writes rows into the tables of a build; the caller flushes, then commits. */
public interface RowWriter extends AutoCloseable {

    void write(StandingRows rows) throws SQLException;

    /** Writes what is still held back. */
    void flush() throws SQLException;

    @Override
    void close() throws SQLException;
}
