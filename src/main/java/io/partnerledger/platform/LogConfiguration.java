package io.partnerledger.platform;

import io.partnerledger.exchange.Journal;
import io.partnerledger.log.EventCodec;
import io.partnerledger.log.EventLog;
import io.partnerledger.log.LogEventStorageEngine;
import io.partnerledger.log.LogEventStore;
import io.partnerledger.log.LogOptions;
import io.partnerledger.log.LogStore;
import io.partnerledger.log.PostgresLogStore;
import io.partnerledger.log.SqliteLogStore;
import io.partnerledger.standing.LogPositions;
import io.partnerledger.wire.WireCodec;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The log, on the store that is configured, and Axon's event store on it. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    EventCodec eventCodec() {
        return new WireCodec();
    }

    @Bean
    LogOptions logOptions() {
        return LogOptions.defaults();
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "ledger.store", havingValue = "postgres")
    PostgresDatabase postgresDatabase(LedgerProperties properties) {
        return PostgresDatabase.open(properties.requirePostgres());
    }

    @Bean(destroyMethod = "close")
    EventLog eventLog(LedgerProperties properties, Optional<PostgresDatabase> database, LogOptions options, Clock clock)
            throws IOException, SQLException {
        return database.isPresent()
                ? database.get().alone("start", () -> loaded(properties, database, options, clock))
                : loaded(properties, database, options, clock);
    }

    private static EventLog loaded(
            LedgerProperties properties, Optional<PostgresDatabase> database, LogOptions options, Clock clock)
            throws IOException, SQLException {
        EventLog log = EventLog.open(store(properties, database, options), clock, options);
        try {
            Journal.of(properties.journal()).loadIntoEmpty(log, AppendKeys::ofEntries);
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
        return log;
    }

    private static LogStore store(LedgerProperties properties, Optional<PostgresDatabase> database, LogOptions options)
            throws IOException, SQLException {
        return switch (properties.store()) {
            case SQLITE -> SqliteLogStore.open(properties.home().resolve("ledger.db"), options);
            case POSTGRES -> PostgresLogStore.open(database.orElseThrow().pool(), options);
        };
    }

    @Bean
    LogPositions logPositions(EventLog log, LedgerProperties properties) {
        boolean shared = properties.store() == LedgerProperties.Store.POSTGRES;
        return new LogPositions() {
            @Override
            public long head() {
                return shared ? log.headOfAllNodes() : log.head();
            }

            @Override
            public long positionAt(Instant instant) {
                return log.positionAt(instant);
            }
        };
    }

    @Bean
    EventStore eventStore(EventLog log, EventCodec codec, LogOptions options) {
        return LogEventStore.on(new LogEventStorageEngine(log, codec, AppendKeys::of, options));
    }
}
