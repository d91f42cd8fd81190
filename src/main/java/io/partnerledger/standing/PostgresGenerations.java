package io.partnerledger.standing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One schema a build ({@code standing_1}, {@code standing_2}) in the ledger's own database, and a table
 * {@code standing_live} that names the live one for every node; {@code standing_rebuild} names the node that rebuilds. The schemas can be dropped while no node runs: the
 * next start builds them anew.
 */
public final class PostgresGenerations implements Generations {

    private static final String CHANNEL = "partner_ledger_standing";
    private static final String SCHEMA = "standing_";

    private final JdbcClient client;
    private final PostgresClaims claims;
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
        claims = new PostgresClaims(dataSource);
    }

    @Override
    public OptionalInt live() {
        return client.sql("""
            SELECT number FROM standing_live
            WHERE EXISTS (SELECT 1 FROM information_schema.schemata
                          WHERE schema_name = 'standing_' || number)\
            """)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    @Override
    public Generation open(int number) {
        boolean isNew = !exists(number);
        Generation generation = openToFill(number);
        if (isNew) {
            complete(generation);
        }
        return generation;
    }

    @Override
    public Generation openToFill(int number) {
        boolean isNew = !exists(number);
        if (isNew) {
            client.sql("CREATE SCHEMA " + schema(number)).update();
        }
        DataSource pool = poolOfSchema.apply(schema(number));
        Generation generation = new Generation(number, pool, pool);
        if (isNew) {
            StandingSchema.POSTGRESQL.createTables(generation.dataSource());
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
    public static String channel() {
        return CHANNEL;
    }

    @Override
    public OptionalInt keep(Connection transaction, StandingRows rows) throws SQLException {
        return OptionalInt.of(number(new PostgresBatch(transaction).write(rows, CHANNEL)));
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
    public Soundness soundness(Generation generation) {
        return Soundness.of(generation, StandingSchema.POSTGRESQL.form());
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
            JdbcClient build = JdbcClient.create(generation.dataSource());
            for (String table : List.of("announcement_version", "organization_version", "organization_name")) {
                build.sql("DELETE FROM " + table + " WHERE from_position > ?")
                        .param(whole)
                        .update();
            }
            build.sql("DELETE FROM key_block WHERE block >= ?").param(blocks).update();
        }
        return whole;
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
        client.sql("""
            INSERT INTO standing_live (one, number) VALUES (1, ?)
            ON CONFLICT (one) DO UPDATE SET number = excluded.number\
            """).param(generation.number()).update();
        client.sql("NOTIFY " + CHANNEL).update();
    }

    @Override
    public void drop(Generation generation) {
        close(generation);
        dropSchema(schema(generation.number()));
    }

    @Override
    public void close(Generation generation) {
        ((HikariDataSource) generation.dataSource()).close();
    }

    @Override
    public void dropAllBut(Set<Integer> kept) {
        List<String> schemas = client.sql(
                        "SELECT schema_name FROM information_schema.schemata WHERE schema_name ~ '^standing_[0-9]+$'")
                .query((row, _) -> row.getString(1))
                .list();
        Set<String> names = kept.stream().map(PostgresGenerations::schema).collect(Collectors.toSet());
        schemas.stream().filter(name -> !names.contains(name)).forEach(this::dropSchema);
    }

    private void dropSchema(String schema) {
        client.sql("DROP SCHEMA IF EXISTS " + schema + " CASCADE").update();
    }

    private static String schema(int number) {
        return SCHEMA + number;
    }

    private static int number(String schema) {
        return Integer.parseInt(schema.substring(SCHEMA.length()));
    }
}
