package io.partnerledger.platform;

import io.partnerledger.log.EventLog;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the log takes appends: out of service once it takes none until the program is started again. */
@Component("log")
final class LogHealth implements HealthIndicator {

    private final EventLog log;

    LogHealth(EventLog log) {
        this.log = log;
    }

    @Override
    public Health health() {
        return log.readOnly()
                .map(why -> Health.outOfService().withDetail("readOnly", String.valueOf(why.getMessage())))
                .orElseGet(() -> Health.up().withDetail("position", log.head()))
                .build();
    }
}
