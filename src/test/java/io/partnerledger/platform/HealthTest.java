package io.partnerledger.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.log.Append;
import io.partnerledger.log.EventLog;
import io.partnerledger.log.LogOptions;
import io.partnerledger.log.NewEvent;
import io.partnerledger.log.SqliteLogStore;
import io.partnerledger.replay.LogPast;
import io.partnerledger.standing.Builds;
import io.partnerledger.standing.Generation;
import io.partnerledger.standing.LiveStanding;
import io.partnerledger.standing.SqliteGenerations;
import io.partnerledger.wire.WireCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** What those who watch a ledger are told. */
class HealthTest {

    private static final Instant RECORDED = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path home;

    private static Clock after(int seconds) {
        return Clock.fixed(RECORDED.plusSeconds(seconds), ZoneOffset.UTC);
    }

    @Test
    void viewsThatLackWhatWasRecordedAWhileAgoAreOutOfService() throws Exception {
        SqliteGenerations generations = new SqliteGenerations(home.resolve("views"));
        Generation build = Builds.empty(generations, 1);
        try (EventLog log = EventLog.open(
                SqliteLogStore.open(home.resolve("ledger.db"), LogOptions.defaults()),
                after(0),
                LogOptions.defaults())) {
            LiveStanding live = new LiveStanding(build, new LogPast(log, new WireCodec()), generations, false);
            assertThat(views(log, live, 100)).returns(Status.UP, Health::getStatus);

            log.append(new Append(
                    List.of(new NewEvent("e", "note/1", 0, "note", 1, "{}", "{}".getBytes(StandardCharsets.UTF_8)))));
            assertThat(views(log, live, 29)).returns(Status.UP, Health::getStatus);
            assertThat(views(log, live, 31).getDetails())
                    .containsEntry("position", -1L)
                    .containsEntry("behind", 1L);
            assertThat(views(log, live, 31)).returns(Status.OUT_OF_SERVICE, Health::getStatus);

            live.came(1, 0);
            assertThat(views(log, live, 31)).returns(Status.UP, Health::getStatus);
        }
        generations.close(build);
    }

    private static Health views(EventLog log, LiveStanding live, int secondsAfter) {
        return new ViewsHealth(log, live, after(secondsAfter)).health();
    }

    @Test
    void aLogThatCannotBeReadIsDown() throws Exception {
        EventLog log = EventLog.open(
                SqliteLogStore.open(home.resolve("ledger.db"), LogOptions.defaults()), after(0), LogOptions.defaults());
        assertThat(new LogHealth(log, after(0)).health()).returns(Status.UP, Health::getStatus);
        log.close();
        assertThat(new LogHealth(log, after(0)).health()).returns(Status.DOWN, Health::getStatus);
    }
}
