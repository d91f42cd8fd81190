package io.partnerledger.platform;

import io.partnerledger.log.EventLog;
import io.partnerledger.log.FailedAppend;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Whether the log can be read and takes appends: out of service once it takes none until the program is started again,
 * and for a while after one that failed. Only another append can tell that a fault is over, so who asks no more for a
 * while is sent some again.
 */
@Component("log")
final class LogHealth extends AbstractHealthIndicator {

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private final EventLog log;
    private final Clock clock;

    LogHealth(EventLog log, Clock clock) {
        super("The log cannot be read");
        this.log = log;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        long head = log.head();
        log.find(head);
        health.up().withDetail("position", head);
        log.failing()
                .filter(this::isRecent)
                .ifPresent(failed -> health.outOfService()
                        .withDetail("appendsFail", failed.message())
                        .withDetail("lastTried", failed.at().toString()));
        log.readOnly().ifPresent(why -> health.outOfService().withDetail("readOnly", String.valueOf(why.getMessage())));
    }

    private boolean isRecent(FailedAppend failed) {
        return failed.at().plus(A_WHILE).isAfter(clock.instant());
    }
}
