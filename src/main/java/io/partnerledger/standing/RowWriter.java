package io.partnerledger.standing;

import java.sql.SQLException;

/** Writes rows into the tables of a build; the caller commits. */
public interface RowWriter {

    void write(StandingRows rows) throws SQLException;
}
