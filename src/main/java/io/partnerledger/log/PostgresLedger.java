package io.partnerledger.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * What tells one ledger of a database from another: its schema. Its writers exclude each other by {@code lock}, and
 * its nodes hear of commits on {@code channel}.
 */
record PostgresLedger(long lock, String channel) {

    /** "ledg", so that locks of other applications are not met by accident. */
    private static final long PREFIX = 0x6c656467L << 32;

    static PostgresLedger of(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_schema()")) {
            row.next();
            int schema = row.getString(1).hashCode();
            return new PostgresLedger(
                    PREFIX | Integer.toUnsignedLong(schema), String.format(Locale.ROOT, "partner_ledger_%08x", schema));
        }
    }
}
