package io.partnerledger.standing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One schema a build ({@code standing_1}, {@code standing_2}) in the ledger's own database, and a table
 * {@code standing_live} that names the live one for every node; {@code standing_rebuild} names the node that rebuilds.
 * Where a ledger is not in the database's usual schema, those of its builds have a part of their names from it. The
 * schemas can be dropped while no node runs: the next start builds them anew.
 */
public final class PostgresGenerations implements Generations {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresGenerations.class);
    private static final String CHANNEL = "partner_ledger_standing";
    private static final String SCHEMA = "standing_";
    private static final String USUAL = "public";

    private final JdbcClient client;
    private final TransactionTemplate transactions;
    private final PostgresClaims claims;
    private final String prefix;
    private final String channel;
    private final Function<String, HikariDataSource> poolOfSchema;

    /**
     * @param dataSource the ledger's database
     * @param poolOfSchema opens a pool whose connections see one schema
     */
    public PostgresGenerations(DataSource dataSource, Function<String, HikariDataSource> poolOfSchema) {
        this.client = JdbcClient.create(dataSource);
        this.poolOfSchema = poolOfSchema;
        client.sql("CREATE TABLE IF NOT EXISTS standing_live (one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER)")
                .update();
        transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        claims = new PostgresClaims(dataSource);
        String ledger =
                client.sql("SELECT current_schema()").query(String.class).single();
        String suffix = ledger.equals(USUAL) ? "" : String.format(Locale.ROOT, "%08x_", ledger.hashCode());
        prefix = SCHEMA + suffix;
        channel = CHANNEL + (suffix.isEmpty() ? "" : "_" + suffix);
    }

    @Override
    public OptionalInt live() {
        return client.sql("""
            SELECT number FROM standing_live
            WHERE EXISTS (SELECT 1 FROM information_schema.schemata
                          WHERE schema_name = ? || number)\
            """)
                .param(prefix)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    @Override
    public Generation openToFill(int number) {
        boolean isNew = !exists(number);
        if (isNew) {
            client.sql("CREATE SCHEMA " + schema(number)).update();
        }
        DataSource pool = new OneServerRun(poolOfSchema.apply(schema(number)));
        Generation generation = new Generation(number, pool, pool);
        if (isNew) {
            StandingSchema.POSTGRESQL.createTables(generation, this);
        }
        return generation;
    }

    @Override
    public boolean exists(int number) {
        return client.sql("SELECT count(*) FROM information_schema.schemata WHERE schema_name = ?")
                        .param(schema(number))
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public Optional<Claim> claim(String who) {
        return claims.claim(who);
    }

    @Override
    public Optional<String> claimant() {
        return claims.claimant();
    }

    @Override
    public Optional<Note> note() {
        return claims.note();
    }

    /** The channel on which nodes tell of the builds; a node that hears of it looks for itself. */
    public String channel() {
        return channel;
    }

    @Override
    public OptionalInt keep(Connection transaction, StandingRows rows) throws SQLException {
        return OptionalInt.of(number(new PostgresBatch(transaction).write(rows, channel)));
    }

    /** What {@link #keep} told of; empty for other news of the builds. */
    public static Optional<Moved> moved(String news) {
        int colon = news.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(new Moved(number(news.substring(0, colon)), Long.parseLong(news.substring(colon + 1))));
    }

    /** A build has come to a position. */
    public record Moved(int build, long position) {}

    @Override
    public void complete(Generation generation) {
        StandingSchema.POSTGRESQL.complete(generation.dataSource());
        JdbcClient.create(generation.dataSource())
                .sql("ANALYZE announcement_version, key_block, organization_version, organization_name")
                .update();
    }

    @Override
    public boolean isOutlived(Generation generation) {
        return !pool(generation)
                .is(client.sql(OneServerRun.RUN).query(String.class).single());
    }

    @Override
    public Soundness soundness(Generation generation) {
        return Soundness.of(generation, StandingSchema.POSTGRESQL.form(), PostgresGenerations::tellsOfTheBuild);
    }

    /** What is missing or of another form, and what the server itself finds broken. */
    private static boolean tellsOfTheBuild(DataAccessException failure) {
        return failure instanceof BadSqlGrammarException
                || (failure.getRootCause() instanceof SQLException e
                        && String.valueOf(e.getSQLState()).startsWith("XX"));
    }

    @Override
    public Connection connectToFill(Generation generation) throws SQLException {
        return generation.dataSource().getConnection();
    }

    @Override
    public long filledTo(Generation generation) {
        long last = LiveStanding.storedPosition(generation);
        long blocks = (last + 1) / KeyBlocks.EVENTS;
        long whole = blocks * KeyBlocks.EVENTS - 1;
        if (last > whole) {
            trim(generation.dataSource(), whole, blocks);
        }
        return whole;
    }

    /** At once: a build that is trimmed half would be taken for one that ends with a whole block. */
    private static void trim(DataSource build, long whole, long blocks) {
        JdbcClient rows = JdbcClient.create(build);
        new TransactionTemplate(new JdbcTransactionManager(build)).executeWithoutResult(_ -> {
            for (String table : List.of("announcement_version", "organization_version", "organization_name")) {
                rows.sql("DELETE FROM " + table + " WHERE from_position > ?")
                        .param(whole)
                        .update();
            }
            rows.sql("DELETE FROM key_block WHERE block >= ?").param(blocks).update();
        });
    }

    @Override
    public RowWriter writer(Generation generation, Connection connection) throws SQLException {
        return soundness(generation) == Soundness.FILLING ? new CopyWriter(connection) : new BatchWriter(connection);
    }

    @Override
    public InReach inReach(Generation generation) throws SQLException {
        return new InReach(generation.dataSource().getConnection(), schema(generation.number()), RowDigest.OF_RECORDS);
    }

    @Override
    public SideBySide sideBySide(Generation left, Generation right) throws SQLException {
        Connection connection = right.dataSource().getConnection();
        // A transaction of its own, so that the pool has the connection back as it was.
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL work_mem = '64MB'");
        }
        return new SideBySide(connection, schema(left.number()), schema(right.number()), RowDigest.OF_RECORDS);
    }

    @Override
    public void makeLive(Generation generation) {
        oneAfterAnother(() -> {
            if (!exists(generation.number())) {
                throw new IllegalStateException("Build " + generation.number() + " is gone");
            }
            client.sql("""
                INSERT INTO standing_live (one, number) VALUES (1, ?)
                ON CONFLICT (one) DO UPDATE SET number = excluded.number\
                """).param(generation.number()).update();
            client.sql("NOTIFY " + channel).update();
        });
    }

    /** What one node makes live no other drops, whatever it knew when it began. */
    private void oneAfterAnother(Runnable change) {
        transactions.executeWithoutResult(_ -> {
            client.sql("SET LOCAL lock_timeout = '10s'").update();
            client.sql("LOCK TABLE standing_live IN SHARE ROW EXCLUSIVE MODE").update();
            change.run();
        });
    }

    @Override
    public void drop(Generation generation) {
        close(generation);
        drop(generation.number());
    }

    private void drop(int number) {
        oneAfterAnother(() -> {
            if (live().orElse(-1) != number) {
                client.sql("DROP SCHEMA IF EXISTS " + schema(number) + " CASCADE")
                        .update();
            }
        });
    }

    @Override
    public void close(Generation generation) {
        pool(generation).close();
    }

    private static OneServerRun pool(Generation generation) {
        return (OneServerRun) generation.dataSource();
    }

    @Override
    public void dropAllBut(Set<Integer> kept) {
        List<Integer> numbers = client.sql(
                        "SELECT schema_name FROM information_schema.schemata WHERE schema_name ~ ('^' || ? ||"
                                + " '[0-9]+$')")
                .param(prefix)
                .query((row, _) -> number(row.getString(1)))
                .list();
        for (int number : numbers) {
            if (!kept.contains(number)) {
                dropUnused(number);
            }
        }
    }

    /** Somebody may be reading it, as who makes a backup does; there is a next time. */
    private void dropUnused(int number) {
        try {
            drop(number);
        } catch (DataAccessException e) {
            LOG.warn("Build {} of the read tables is left for now: {}", number, e.getMessage());
        }
    }

    private String schema(int number) {
        return prefix + number;
    }

    private static int number(String schema) {
        return Integer.parseInt(schema.substring(schema.lastIndexOf('_') + 1));
    }
}
