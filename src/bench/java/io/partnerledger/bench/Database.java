package io.partnerledger.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.partnerledger.log.LogStore;
import io.partnerledger.standing.Generations;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One empty database, in the ways that those who are compared use it. */
interface Database extends AutoCloseable {

    Store store();

    /** How the program is told to use it. */
    List<String> programOptions();

    /** The ledger's store, opened by its own means. */
    LogStore openLog() throws IOException, SQLException;

    /** Creates the log's tables and answers a connection to them, as durable and as tuned as the log's own. */
    Connection rawConnection() throws SQLException;

    /** A pool for stock Axon, in the same database and as durable. */
    HikariDataSource stockPool();

    /** Where builds of the read tables are kept that no ledger knows of. */
    Generations openViews() throws SQLException;

    /** Bytes on the disk. */
    long size() throws IOException, SQLException;

    @Override
    void close() throws IOException, SQLException;
}
