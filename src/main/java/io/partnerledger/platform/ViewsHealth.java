package io.partnerledger.platform;

import io.partnerledger.log.EventLog;
import io.partnerledger.standing.LiveStanding;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether the views follow the log: out of service while they lack what was recorded a while ago. */
@Component("viewsHealthIndicator")
final class ViewsHealth extends AbstractHealthIndicator {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final EventLog log;
    private final LiveStanding live;
    private final Clock clock;

    ViewsHealth(EventLog log, LiveStanding live, Clock clock) {
        this.log = log;
        this.live = live;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        long position = live.position();
        long behind = Math.max(0, log.head() - position);
        health.up().withDetail("position", position).withDetail("behind", behind);
        if (behind > 0 && wasRecordedAWhileAgo(position + 1)) {
            health.outOfService();
        }
    }

    private boolean wasRecordedAWhileAgo(long position) {
        return log.find(position)
                .filter(missing -> missing.recordedAt().plus(A_WHILE).isBefore(clock.instant()))
                .isPresent();
    }
}
