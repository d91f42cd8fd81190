package io.partnerledger.log;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the log's tables to the present version. A database that a newer version has written is refused. */
public enum LogSchema {
    SQLITE("classpath:db/log/sqlite"),
    POSTGRESQL("classpath:db/log/postgresql");

    private final String location;

    LogSchema(String location) {
        this.location = location;
    }

    /** Its history has a table of its own, so that other tables in the same schema may have theirs. */
    public void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations(location)
                .table("log_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .cleanDisabled(true)
                .ignoreMigrationPatterns(new String[0])
                .load()
                .migrate();
    }
}
