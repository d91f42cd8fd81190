package io.partnerledger.standing;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Creates and migrates the tables of one build. Ids are ordered byte by byte, so that two builds can be compared. */
final class StandingSchema {

    private StandingSchema() {}

    static void migrate(DataSource dataSource, String blobType, String textType) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/standing")
                .placeholders(Map.of("blob", blobType, "text", textType))
                .load()
                .migrate();
    }
}
