package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What is no place for a ledger is refused before anything is written to it. */
class PostgresLedgerTest {

    private static DataSource at(String url) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        return database;
    }

    /** A name that it lacks a character for would be stored in the log, and the views could never go on past it. */
    @Test
    void aDatabaseThatLacksCharacters() throws SQLException {
        DataSource latin = at(PostgresServer.freshUrl("ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> PostgresLogStore.open(latin, LogOptions.defaults()))
                .withMessageContaining("LATIN1")
                .withMessageContaining("ENCODING 'UTF8' TEMPLATE template0");
        assertThat(count(latin, "SELECT count(*) FROM pg_class WHERE relname LIKE 'log%'"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF8", "SQL_ASCII"})
    void aDatabaseThatHasThemAllIsOne(String encoding) throws SQLException {
        DataSource any = at(PostgresServer.freshUrl("ENCODING '" + encoding + "' LOCALE 'C' TEMPLATE template0"));
        assertThat(PostgresLogStore.open(any, LogOptions.defaults()).head()).isEqualTo(-1);
    }

    /** They would share their builds, and each answer from the other's. */
    @Test
    void aSchemaWhoseNameHasTheHashOfAnotherLedgers() throws SQLException {
        String url = PostgresServer.freshUrl();
        for (String schema : new String[] {"ledger_s1", "ledger_qo", "ledger_s2"}) {
            run(at(url), "CREATE SCHEMA " + schema);
        }
        assertThat(PostgresLogStore.open(at(url + "&currentSchema=ledger_s1"), LogOptions.defaults())
                        .head())
                .isEqualTo(-1);

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> PostgresLogStore.open(at(url + "&currentSchema=ledger_qo"), LogOptions.defaults()))
                .withMessageContaining("ledger_qo and ledger_s1")
                .withMessageContaining("Rename one");
        assertThat(PostgresLogStore.open(at(url + "&currentSchema=ledger_s2"), LogOptions.defaults())
                        .head())
                .isEqualTo(-1);
    }

    /** Locks and news would go to whoever has the session next. */
    @Test
    void aPoolerThatLendsOneSessionToAll() throws SQLException {
        try (Connection session = at(PostgresServer.freshUrl()).getConnection()) {
            DataSource lent = new SingleConnectionDataSource(session, true);
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> PostgresLogStore.open(lent, LogOptions.defaults()))
                    .withMessageContaining("pool_mode = session");
            assertThat(count(lent, "SELECT count(*) FROM pg_class WHERE relname LIKE 'log%'"))
                    .isZero();
        }
    }

    @Test
    void aSearchPathThatLeadsNowhere() {
        DataSource nowhere = at(PostgresServer.freshUrl() + "&currentSchema=nowhere");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> PostgresLogStore.open(nowhere, LogOptions.defaults()))
                .withMessageContaining("search_path");
    }

    private static long count(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
