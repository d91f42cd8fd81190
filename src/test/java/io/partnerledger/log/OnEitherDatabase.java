package io.partnerledger.log;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A log on a real SQLite file, and the same again on a real PostgreSQL. */
@ParameterizedClass
@EnumSource(Database.class)
abstract class OnEitherDatabase {

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Database database;

    @TempDir
    Path folder;

    final ManualClock clock = new ManualClock();
    EventLog log;

    @BeforeEach
    void opens() throws Exception {
        log = EventLog.open(database.openEmpty(folder), clock, LogOptions.defaults());
    }

    @AfterEach
    void closes() {
        log.close();
    }

    void reopen() throws Exception {
        log.close();
        log = EventLog.open(database.open(folder), clock, LogOptions.defaults());
    }
}
