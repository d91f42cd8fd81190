package io.partnerledger.log;

import java.time.Duration;

/**
 * How a log is run. {@code queueLength} appends may wait, and whoever comes then waits up to {@code queueTimeout};
 * {@code groupSize} appends at most share a commit; {@code readers} connections read a SQLite file; {@code pageSize}
 * events are read at once by a stream; {@code lockTimeout} is how long a writer waits for the database's lock.
 */
public record LogOptions(
        int queueLength, Duration queueTimeout, int groupSize, int readers, int pageSize, Duration lockTimeout) {

    public static LogOptions defaults() {
        return new LogOptions(4096, Duration.ofSeconds(5), 512, 4, 1000, Duration.ofSeconds(10));
    }

    public LogOptions withLockTimeout(Duration timeout) {
        return new LogOptions(queueLength, queueTimeout, groupSize, readers, pageSize, timeout);
    }

    public LogOptions withQueue(int length, Duration timeout) {
        return new LogOptions(length, timeout, groupSize, readers, pageSize, lockTimeout);
    }

    public LogOptions withGroupSize(int appends) {
        return new LogOptions(queueLength, queueTimeout, appends, readers, pageSize, lockTimeout);
    }

    public LogOptions withPageSize(int events) {
        return new LogOptions(queueLength, queueTimeout, groupSize, readers, events, lockTimeout);
    }
}
