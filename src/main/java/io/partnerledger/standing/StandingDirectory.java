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
    private volatile Names names = new Names(0);

    private record Entry(String organization, String name) {}

    /** What was read of the live build in one epoch of it. */
    private static final class Names {
        private final long epoch;
        private final Map<String, Entry> byKey = new ConcurrentHashMap<>();
        /** As they are written, which most are asked by: the key of a name takes longer to make than to look up. */
        private final Map<String, Entry> asWritten = new ConcurrentHashMap<>();

        private volatile long readTo = -1;

        private Names(long epoch) {
            this.epoch = epoch;
        }

        private synchronized void readOn(Generation build, long position) {
            if (position <= readTo) {
                return;
            }
            JdbcClient.create(build.dataSource())
                    .sql("SELECT name_key, organization, name FROM organization_name WHERE from_position > ?")
                    .param(readTo)
                    .query(row -> {
                        Entry entry = new Entry(row.getString(2), row.getString(3));
                        byKey.put(row.getString(1), entry);
                        asWritten.put(entry.name(), entry);
                    });
            readTo = position;
        }
    }

    public StandingDirectory(LiveStanding live, LogPositions log) {
        this.live = live;
        this.log = log;
    }

    @Override
    public Optional<String> resolve(String name) {
        Names read = names(live.now());
        Entry known = read.asWritten.get(name);
        if (known == null) {
            String key = NameKey.of(name);
            known = read.byKey.get(key);
            if (known == null) {
                known = readOn(read).byKey.get(key);
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
        names(live.now()).byKey.values().forEach(entry -> organizationOfName.put(entry.name(), entry.organization()));
        return Nearest.to(name, organizationOfName.keySet()).stream()
                .map(organizationOfName::get)
                .distinct()
                .toList();
    }

    private Names names(Reached reached) {
        Names present = names;
        if (present.epoch != reached.epoch()) {
            present = new Names(reached.epoch());
            names = present;
        }
        return present;
    }

    /** Whoever waits for the views waits beside the others, not behind them. */
    private Names readOn(Names read) {
        long head = log.head();
        if (head <= read.readTo) {
            return read;
        }
        Reached reached = live.reach(head);
        Names now = names(reached);
        now.readOn(reached.generation(), head);
        return now;
    }
}
