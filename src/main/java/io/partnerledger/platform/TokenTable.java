package io.partnerledger.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;

/**
 * Axon's JDBC token store on the table that lies in each build. SQLite knows no row locks, and needs none with one
 * writer, so there the select is a plain one (AxonFramework issue 2410; this can go once its queries can be set).
 */
final class TokenTable extends JdbcTokenStore {

    private final boolean lockRows;

    static TokenSchema schema() {
        return TokenSchema.builder()
                .setTokenTable("token_entry")
                .setProcessorNameColumn("processor_name")
                .setTokenTypeColumn("token_type")
                .build();
    }

    TokenTable(Builder builder, boolean lockRows) {
        super(builder);
        this.lockRows = lockRows;
    }

    @Override
    protected PreparedStatement select(Connection connection, String processorName, int segment, boolean forUpdate)
            throws SQLException {
        return super.select(connection, processorName, segment, forUpdate && lockRows);
    }
}
