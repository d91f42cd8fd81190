package io.partnerledger.platform;

import io.partnerledger.log.EventLog;
import io.partnerledger.log.FailedAppend;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the log takes appends: out of service once it takes none until the program is started again, and for a while
 * after one that failed. Only another append can tell that a fault is over, so who asks no more for a while is sent some
 * again.
 */
@Component("log")
final class LogHealth implements HealthIndicator {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final EventLog log;
    private final Clock clock;

    LogHealth(EventLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Health health() {
        return log.readOnly()
                .map(why -> Health.outOfService().withDetail("readOnly", String.valueOf(why.getMessage())))
                .orElseGet(this::goingOn)
                .build();
    }

    private Health.Builder goingOn() {
        return log.failing()
                .filter(this::isRecent)
                .map(LogHealth::failing)
                .orElseGet(() -> Health.up().withDetail("position", log.head()));
    }

    private boolean isRecent(FailedAppend failed) {
        return failed.at().plus(A_WHILE).isAfter(clock.instant());
    }

    private static Health.Builder failing(FailedAppend failed) {
        return Health.outOfService()
                .withDetail("appendsFail", failed.message())
                .withDetail("lastTried", failed.at().toString());
    }
}
