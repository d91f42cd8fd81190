package io.partnerledger.platform;

import io.partnerledger.announcement.RecordedAnnouncements;
import io.partnerledger.log.EventCodec;
import io.partnerledger.log.EventLog;
import io.partnerledger.organization.Directory;
import io.partnerledger.replay.Rebuilds;
import io.partnerledger.standing.Generation;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.LiveStanding;
import io.partnerledger.standing.LogPositions;
import io.partnerledger.standing.PostgresGenerations;
import io.partnerledger.standing.Soundness;
import io.partnerledger.standing.SqliteGenerations;
import io.partnerledger.standing.StandingAnnouncements;
import io.partnerledger.standing.StandingDirectory;
import io.partnerledger.standing.Views;
import io.partnerledger.wire.WireJson;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read side: where its builds are kept, the live one, and what answers from it. */
@Configuration(proxyBeanMethods = false)
class StandingConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(StandingConfiguration.class);

    @Bean
    Generations generations(LedgerProperties properties, Optional<PostgresDatabase> database) {
        return switch (properties.store()) {
            case SQLITE -> new SqliteGenerations(properties.home().resolve("views"));
            case POSTGRES -> {
                PostgresDatabase shared = database.orElseThrow();
                yield new PostgresGenerations(shared.pool(), shared::poolOfSchema);
            }
        };
    }

    /** Opens the live build, or begins a first one where there is none that can be gone on with. */
    @Bean
    LiveStanding liveStanding(Generations generations, LedgerProperties properties) {
        OptionalInt number = generations.live();
        Generation generation = generations.open(number.orElse(1));
        Soundness soundness = generations.soundness(generation);
        if (soundness != Soundness.WHOLE) {
            LOG.warn(
                    "Build {} of the read tables {}; it is built anew from the log",
                    number.orElse(1),
                    soundness.said());
            generations.drop(generation);
            generation = generations.open(generation.number());
        }
        generations.makeLive(generation);
        if (properties.store() == LedgerProperties.Store.SQLITE) {
            // The next one may be a rebuild that was broken off and can be gone on with.
            generations.dropAllBut(Set.of(generation.number(), generation.number() + 1));
        }
        return new LiveStanding(generation, WireJson.stored(), properties.store() == LedgerProperties.Store.POSTGRES);
    }

    @Bean
    Views views(LiveStanding live, LogPositions log, Clock clock) {
        return new Views(live, log, clock);
    }

    @Bean
    Directory directory(LiveStanding live, LogPositions log) {
        return new StandingDirectory(live, log);
    }

    @Bean
    RecordedAnnouncements recordedAnnouncements(LiveStanding live, LogPositions log) {
        return new StandingAnnouncements(live, log);
    }

    @Bean
    Rebuilds rebuilds(
            EventLog log,
            EventCodec codec,
            LiveStanding live,
            Generations generations,
            StandingProcessor processor,
            Clock clock) {
        Rebuilds rebuilds = new Rebuilds(
                StandingProcessor.NAME, log, codec, WireJson.stored(), live, generations, processor, clock);
        rebuilds.findInterrupted();
        return rebuilds;
    }
}
