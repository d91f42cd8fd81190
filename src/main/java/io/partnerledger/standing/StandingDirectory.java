package io.partnerledger.standing;

import io.partnerledger.organization.Directory;
import io.partnerledger.organization.NameKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The directory of names, kept in memory and read on from the live build when a name is not found. Only a name that
 * even the end of the log does not know is unknown.
 */
public final class StandingDirectory implements Directory {

    private final LiveStanding live;
    private final LogPositions log;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    /** By names as they are written, which most are asked by: the key of a name takes longer to make than to look up. */
    private final Map<String, Entry> written = new ConcurrentHashMap<>();

    private volatile long readTo = -1;

    private record Entry(String organization, String name) {}

    public StandingDirectory(LiveStanding live, LogPositions log) {
        this.live = live;
        this.log = log;
    }

    @Override
    public Optional<String> resolve(String name) {
        Entry known = written.get(name);
        if (known == null) {
            String key = NameKey.of(name);
            known = entries.get(key);
            if (known == null) {
                readOn();
                known = entries.get(key);
            }
        }
        return Optional.ofNullable(known).map(Entry::organization);
    }

    @Override
    public Optional<String> mergedInto(String organization) {
        long head = log.head();
        return live.reader(head).organization(organization, head).map(OrganizationVersion::mergedInto);
    }

    @Override
    public List<String> near(String name) {
        Map<String, String> organizationOfName = new TreeMap<>();
        entries.values().forEach(entry -> organizationOfName.put(entry.name(), entry.organization()));
        return Nearest.to(name, organizationOfName.keySet()).stream()
                .map(organizationOfName::get)
                .distinct()
                .toList();
    }

    private synchronized void readOn() {
        long head = log.head();
        if (head <= readTo) {
            return;
        }
        JdbcClient.create(live.reach(head).dataSource())
                .sql("SELECT name_key, organization, name FROM organization_name WHERE from_position > ?")
                .param(readTo)
                .query(row -> {
                    Entry entry = new Entry(row.getString(2), row.getString(3));
                    entries.put(row.getString(1), entry);
                    written.put(entry.name(), entry);
                });
        readTo = head;
    }
}
