package io.partnerledger.platform;

import io.partnerledger.announcement.RecordedAnnouncements;
import io.partnerledger.log.EventCodec;
import io.partnerledger.log.EventLog;
import io.partnerledger.log.PostgresListener;
import io.partnerledger.organization.Directory;
import io.partnerledger.replay.LogPast;
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
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read side: where its builds are kept, the live one, and what answers from it. */
@Configuration(proxyBeanMethods = false)
class StandingConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(StandingConfiguration.class);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofMillis(250);

    @Bean
    Generations generations(LedgerProperties properties, Optional<PostgresDatabase> database) throws SQLException {
        return switch (properties.store()) {
            case SQLITE -> new SqliteGenerations(properties.home().resolve("views"));
            case POSTGRES -> {
                PostgresDatabase shared = database.orElseThrow();
                yield shared.alone("start", () -> new PostgresGenerations(shared.pool(), shared::poolOfSchema));
            }
        };
    }

    /** What the versions that the builds tell of say. */
    @Bean
    LogPast logPast(EventLog log, EventCodec codec) {
        return new LogPast(log, codec);
    }

    /** Opens the live build, or fills a first one where there is none that can be gone on with. */
    @Bean
    LiveStanding liveStanding(
            Generations generations, LogPast past, FirstBuild first, Node node, Optional<PostgresDatabase> database)
            throws IOException, SQLException {
        Generation generation = database.isPresent()
                ? database.get().alone("start", () -> openShared(generations, past, first, node))
                : openLive(generations, past, first, false);
        return new LiveStanding(generation, past, generations, database.isPresent());
    }

    /** A build is filled by one node at a time: a rebuild that is running may make what is missing. */
    private static Generation openShared(Generations generations, LogPast past, FirstBuild first, Node node)
            throws IOException {
        OptionalInt live = generations.live();
        if (live.isPresent()) {
            Generation build = generations.openToFill(live.getAsInt());
            if (generations.soundness(build, past) == Soundness.WHOLE) {
                return build;
            }
            generations.close(build);
        }
        try (Generations.Claim _ = claimed(generations, node)) {
            return openLive(generations, past, first, true);
        }
    }

    private static Generations.Claim claimed(Generations generations, Node node) throws IOException {
        Optional<Generations.Claim> claim = generations.claim(node.name());
        if (claim.isEmpty()) {
            LOG.info(
                    "The read tables are being rebuilt on {}; waiting for the end",
                    generations.claimant().orElse("another node"));
        }
        while (claim.isEmpty()) {
            try {
                Thread.sleep(BEFORE_NEXT_TRY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while the read tables were rebuilt", e);
            }
            claim = generations.claim(node.name());
        }
        return claim.get();
    }

    private static Generation openLive(Generations generations, LogPast past, FirstBuild first, boolean shared)
            throws IOException {
        int number = generations.live().orElse(1);
        boolean isNew = !generations.exists(number);
        Generation build = generations.openToFill(number);
        Soundness soundness = generations.soundness(build, past);
        if (!isNew && soundness != Soundness.WHOLE) {
            LOG.warn("Build {} of the read tables {}; it is built from the log", number, soundness.said());
        }
        if (soundness == Soundness.AHEAD) {
            LOG.warn(
                    "It has come to position {}, and the log ends at {}: what was recorded between is not here. Look"
                            + " for a newer copy of the log, which for SQLite is ledger.db together with its -wal",
                    LiveStanding.storedPosition(build),
                    past.log().head());
        }
        if (soundness != Soundness.WHOLE) {
            build = soundness == Soundness.FILLING ? build : inPlaceOf(build, generations, shared);
            first.fill(build);
        }
        generations.makeLive(build);
        if (!shared) {
            // The next one may be a rebuild that was broken off and can be gone on with.
            generations.dropAllBut(Set.of(build.number(), build.number() + 1));
        }
        return build;
    }

    /** Other nodes may be asking the build that cannot be gone on with; they follow to the new one. */
    private static Generation inPlaceOf(Generation unsound, Generations generations, boolean shared) {
        int number = unsound.number();
        if (shared) {
            generations.close(unsound);
            while (generations.exists(number)) {
                number++;
            }
        } else {
            generations.drop(unsound);
        }
        return generations.openToFill(number);
    }

    /** Hears what other nodes did to the builds. */
    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty(name = "ledger.store", havingValue = "postgres")
    PostgresListener standingListener(PostgresDatabase database, Generations generations, LiveStanding live) {
        String channel = ((PostgresGenerations) generations).channel();
        return new PostgresListener(database.pool(), "standing-listener", channel, new PostgresListener.Ear() {
            @Override
            public void heard(List<String> news) {
                boolean isMore = false;
                for (String said : news) {
                    var moved = PostgresGenerations.moved(said);
                    moved.ifPresent(to -> live.came(to.build(), to.position()));
                    isMore |= moved.isEmpty();
                }
                if (isMore) {
                    live.refresh();
                }
            }

            @Override
            public void look(Connection connection) {
                live.refresh();
            }
        });
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
            LogPast past,
            LiveStanding live,
            Generations generations,
            StandingProcessor processor,
            Clock clock,
            Node node) {
        Rebuilds rebuilds = new Rebuilds(
                StandingProcessor.NAME, past, WireJson.stored(), live, generations, processor, clock, node.name());
        rebuilds.findInterrupted();
        return rebuilds;
    }
}
