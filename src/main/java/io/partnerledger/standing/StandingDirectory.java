package io.partnerledger.standing;

import io.partnerledger.organization.Directory;
import io.partnerledger.organization.NameKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The directory of names, kept in memory and read on from the live build when a name is not found. Only a name that
 * even the end of the log does not know is unknown.
 */
public final class StandingDirectory implements Directory {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LiveStanding live;
    private final LogPositions log;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private volatile long readTo = -1;

    private record Entry(String organization, String name) {}

    public StandingDirectory(LiveStanding live, LogPositions log) {
        this.live = live;
        this.log = log;
    }

    @Override
    public Optional<String> resolve(String name) {
        Entry known = entries.get(NameKey.of(name));
        if (known == null) {
            readOn();
            known = entries.get(NameKey.of(name));
        }
        return Optional.ofNullable(known).map(Entry::organization);
    }

    @Override
    public List<String> near(String name) {
        TreeSet<String> names = new TreeSet<>();
        entries.values().forEach(entry -> names.add(entry.name()));
        return Nearest.to(name, names);
    }

    private synchronized void readOn() {
        long head = log.head();
        if (head <= readTo) {
            return;
        }
        try {
            if (!live.await(head, PATIENCE)) {
                throw new NotThereYet(head, live.position());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotThereYet(head, live.position());
        }
        JdbcClient.create(live.generation().dataSource())
                .sql("SELECT name_key, organization, name FROM organization_name WHERE from_position > ?")
                .param(readTo)
                .query(row -> {
                    entries.put(row.getString(1), new Entry(row.getString(2), row.getString(3)));
                });
        readTo = head;
    }
}
