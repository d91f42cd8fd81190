package io.partnerledger.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.partnerledger.log.PostgresServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server fails, and what goes on in its place lacks the end of the live build, as a standby may. */
class OneServerRunTest {

    private static HikariDataSource pool(DataSource server, String schema) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(server);
        pool.setSchema(schema);
        pool.setConnectionTimeout(250);
        return pool;
    }

    @Test
    void whatIsLostIsNotReadOverButWaitedForAgain() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            PGSimpleDataSource plain = new PGSimpleDataSource();
            plain.setUrl(server.getJdbcUrl("postgres", "postgres"));
            PostgresGenerations generations = new PostgresGenerations(plain, schema -> pool(plain, schema));
            Generation build = Builds.empty(generations, 1);
            generations.makeLive(build);
            newRow(build, 0);
            newRow(build, 1);
            try (LiveStanding live = new LiveStanding(build, new ToldPast(), generations, true)) {
                live.refresh();
                assertThat(live.generation()).isEqualTo(build);
                assertThat(live.position()).isOne();

                PostgresServer.restart(server);
                JdbcClient.create(plain)
                        .sql("DELETE FROM standing_1.announcement_version WHERE from_position = 1")
                        .update();

                assertThatExceptionOfType(SQLException.class).isThrownBy(() -> useAll(build.dataSource()));
                // Whoever keeps the views begins anew, with the token that is there.
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> live.dataSource().getConnection());
                try (Connection keeping = live.dataSource().getConnection()) {
                    assertThat(keeping.getSchema()).isEqualTo("standing_1");
                }
                assertThat(live.generation()).isNotEqualTo(build);
                assertThat(live.position()).isZero();
                assertThat(live.await(1, Duration.ZERO)).isFalse();

                newRow(live.generation(), 1);
                live.refresh();
                assertThat(live.await(1, Duration.ZERO)).isTrue();
                generations.close(live.generation());
            }
        }
    }

    /** What a server that failed since had told of, heard late. */
    @Test
    void newsOfWhatIsNotThereIsTakenBack() throws SQLException {
        HikariDataSource ledger = PostgresServer.freshDatabase();
        try (ledger) {
            PostgresGenerations generations = new PostgresGenerations(ledger, schema -> pool(ledger, schema));
            Generation build = Builds.empty(generations, 1);
            newRow(build, 0);
            try (LiveStanding live = new LiveStanding(build, new ToldPast(), generations, true)) {
                live.came(1, 7);
                assertThat(live.position()).isEqualTo(7);
                live.refresh();
                assertThat(live.position()).isZero();
            }
            generations.close(build);
        }
    }

    private static void newRow(Generation build, long position) {
        JdbcClient.create(build.dataSource())
                .sql("INSERT INTO announcement_version (from_position, position) VALUES (?, ?)")
                .params(position, position)
                .update();
    }

    /** The one that was open says that it is gone; there is no other. */
    private static void useAll(DataSource dataSource) throws SQLException {
        for (int i = 0; i < 2; i++) {
            try (Connection connection = dataSource.getConnection()) {
                connection.createStatement().execute("SELECT 1");
            }
        }
    }
}
