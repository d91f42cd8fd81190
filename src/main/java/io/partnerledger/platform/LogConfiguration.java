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
import io.partnerledger.log.StoredEvent;
import io.partnerledger.standing.Generation;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.LiveStanding;
import io.partnerledger.standing.LogPositions;
import io.partnerledger.wire.WireCodec;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The log, on the store that is configured, and Axon's event store on it. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(LogConfiguration.class);
    private static final Duration OF_CLOCKS_THAT_DIFFER = Duration.ofMinutes(1);

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
    EventLog eventLog(
            LedgerProperties properties,
            Optional<PostgresDatabase> database,
            LogOptions options,
            Generations builds,
            Clock clock)
            throws IOException, SQLException {
        return database.isPresent()
                ? database.get().alone("start", () -> loaded(properties, database, options, builds, clock))
                : loaded(properties, database, options, builds, clock);
    }

    private static EventLog loaded(
            LedgerProperties properties,
            Optional<PostgresDatabase> database,
            LogOptions options,
            Generations builds,
            Clock clock)
            throws IOException, SQLException {
        EventLog log = EventLog.open(store(properties, database, options), clock, options);
        try {
            if (log.head() < 0) {
                requireNew(builds);
            }
            Journal.of(properties.journal()).loadIntoEmpty(log, AppendKeys::ofEntries);
            compareWithClock(log, clock.instant());
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
        return log;
    }

    /** An empty log beside views of a longer one is no new ledger: a journal would take the place of what is gone. */
    private static void requireNew(Generations builds) throws IOException {
        OptionalInt live = builds.live();
        long told = live.isPresent() ? told(builds, live.getAsInt()) : -1;
        if (told >= 0) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "The log is empty, and the views beside it tell of %,d events. Put the log back, which for SQLite"
                        + " is ledger.db together with its -wal; or for a new ledger take the views away: the folder"
                        + " views, on PostgreSQL the schemas standing_N",
                    told + 1));
        }
    }

    /** Views that cannot be read tell nothing. */
    private static long told(Generations builds, int number) {
        Generation build = builds.openToFill(number);
        try {
            return LiveStanding.storedPosition(build);
        } catch (RuntimeException e) {
            return -1;
        } finally {
            builds.close(build);
        }
    }

    /** The time of the log never goes back, so a clock that was once wrong is in it until then. */
    private static void compareWithClock(EventLog log, Instant now) {
        log.find(log.head())
                .map(StoredEvent::recordedAt)
                .filter(newest -> newest.isAfter(now.plus(OF_CLOCKS_THAT_DIFFER)))
                .ifPresent(newest -> LOG.warn(
                        "The clock says {}, and the newest event was recorded at {}. What is recorded until then gets"
                                + " that time too, and answers as of a time before it leave it out",
                        now,
                        newest));
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
