package io.partnerledger.standing;

import io.partnerledger.standing.Generations.Claim;
import io.partnerledger.standing.Generations.Note;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The right to rebuild: a lock of a session, which goes with its connection and so with the node, however that ends. A row
 * says which node last had it and what it left about its rebuild.
 */
final class PostgresClaims {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresClaims.class);
    private static final String LOCK = "hashtext('partner-ledger rebuild ' || current_schema())";
    private static final String NOTE = """
        SELECT told_by, told, node = told_by AND EXISTS (
            SELECT 1 FROM pg_locks
            WHERE locktype = 'advisory' AND granted AND objsubid = 1
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            AND (classid::bigint << 32 | objid::bigint) = %s)
        FROM standing_rebuild WHERE told IS NOT NULL\
        """.formatted(LOCK);

    private static final int ANSWER_SECONDS = 5;

    private final DataSource dataSource;
    private final JdbcClient client;

    PostgresClaims(DataSource dataSource) {
        this.dataSource = dataSource;
        this.client = JdbcClient.create(dataSource);
        client.sql("CREATE TABLE IF NOT EXISTS standing_rebuild (one INTEGER PRIMARY KEY CHECK (one = 1), node TEXT)")
                .update();
        client.sql("ALTER TABLE standing_rebuild ADD COLUMN IF NOT EXISTS told_by TEXT,"
                        + " ADD COLUMN IF NOT EXISTS told TEXT")
                .update();
    }

    Optional<Claim> claim(String who) {
        Connection session = DataSourceUtils.getConnection(dataSource);
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            if (!row.getBoolean(1)) {
                DataSourceUtils.releaseConnection(session, dataSource);
                return Optional.empty();
            }
        } catch (SQLException e) {
            DataSourceUtils.releaseConnection(session, dataSource);
            throw new IllegalStateException("No lock for a rebuild: " + e.getMessage(), e);
        }
        Held held = new Held(session, who);
        try {
            client.sql("INSERT INTO standing_rebuild (one, node) VALUES (1, ?)"
                            + " ON CONFLICT (one) DO UPDATE SET node = excluded.node")
                    .param(who)
                    .update();
            return Optional.of(held);
        } catch (RuntimeException e) {
            held.close();
            throw e;
        }
    }

    Optional<String> claimant() {
        return client.sql("SELECT node FROM standing_rebuild")
                .query(String.class)
                .optional();
    }

    Optional<Note> note() {
        return client.sql(NOTE)
                .query((row, _) -> new Note(row.getString(1), row.getString(2), row.getBoolean(3)))
                .optional();
    }

    private final class Held implements Claim {

        private final Connection session;
        private final String who;

        private Held(Connection session, String who) {
            this.session = session;
            this.who = who;
        }

        @Override
        public void leave(@Nullable String note) {
            // Who has lost the right may learn of it last.
            client.sql("UPDATE standing_rebuild SET told_by = ?, told = ? WHERE node = ?")
                    .param(1, who)
                    .param(2, note)
                    .param(3, who)
                    .update();
        }

        /** The lock goes with the session, and with nothing else. */
        @Override
        public boolean isHeld() {
            try {
                return session.isValid(ANSWER_SECONDS);
            } catch (SQLException e) {
                return false;
            }
        }

        @Override
        public void close() {
            try (Statement statement = session.createStatement()) {
                statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
            } catch (SQLException e) {
                LOG.warn("The lock of the rebuild went with its connection: {}", e.getMessage());
            } finally {
                DataSourceUtils.releaseConnection(session, dataSource);
            }
        }
    }
}
