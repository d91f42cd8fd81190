package io.partnerledger.platform;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Ends the sessions of a pool with the first write that one of them refuses as read-only. Those that began while the
 * database took no writes, as a standby does, take none afterwards either, and the pool would keep them for half an hour.
 */
record ReadOnlySessions(HikariDataSource pool) implements SQLExceptionOverride {

    private static final String READ_ONLY = "25006";

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException e) {
        if (!READ_ONLY.equals(e.getSQLState())) {
            return SQLExceptionOverride.Override.CONTINUE_EVICT;
        }
        pool.getHikariPoolMXBean().softEvictConnections();
        return SQLExceptionOverride.Override.MUST_EVICT;
    }
}
