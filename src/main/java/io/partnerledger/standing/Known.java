package io.partnerledger.standing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was read of one build, kept in memory, so that a question reads what is new since the last one and no more. All
 * organizations are kept; of the announcements what is asked for, up to a share of the memory. Whatever is kept holds
 * every version and says since when, so that it answers for every position it has been read to.
 */
final class Known {

    /** A ledger that has grown by more than this since the last question is read anew where it is asked about. */
    private static final int LONGEST_TAIL = 2_000;

    /** Touched keys beyond this number are not told apart any more. */
    private static final int MOST_TOUCHED = 200_000;

    /** About what a statement with its share of source and quote takes, in bytes. */
    private static final long STATEMENT_BYTES = 1_500;

    private static final int SHARE_OF_MEMORY = 8;

    private final long epoch;
    private final Registries registries = new Registries();
    private final ScopeReader reader;
    private final JdbcClient client;
    private final Past past;
    private final Cache<Asked, Judgements> scopes;
    private final Map<String, Long> touched = new ConcurrentHashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private long readTo = -1;

    /** What a scope is of. */
    private sealed interface Asked {
        record Organizations(Set<String> ids) implements Asked {}

        record OneDeal(String slug) implements Asked {}

        record Everything() implements Asked {}
    }

    Known(Reached reached, Past past) {
        this.epoch = reached.epoch();
        this.past = past;
        this.client = JdbcClient.create(reached.generation().dataSource());
        long statements = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / STATEMENT_BYTES;
        this.reader = new ScopeReader(client, past, statements);
        this.scopes = Caffeine.newBuilder()
                .maximumWeight(statements)
                .weigher((Asked _, Judgements judged) -> judged.scope().weight())
                .build();
    }

    long epoch() {
        return epoch;
    }

    /** The organizations, as known at every position up to this one. */
    Registries registries(long position) {
        readOn(position);
        return registries;
    }

    /** Those announcements that speak of these organizations, or of a deal that such an announcement speaks of. */
    Histories of(Collection<String> organizations, long position) {
        Asked.Organizations asked = new Asked.Organizations(Set.copyOf(organizations));
        return histories(asked, position, at -> reader.ofOrganizations(asked.ids, at));
    }

    /** Those announcements that speak of this deal. */
    Histories ofDeal(String deal, long position) {
        return histories(new Asked.OneDeal(deal), position, at -> reader.ofDeal(deal, at));
    }

    /** All announcements. */
    Histories all(long position) {
        return histories(new Asked.Everything(), position, reader::ofEverything);
    }

    /** These announcements, those of them that are recorded. */
    List<AnnouncementHistory> announcements(Set<String> ids, long position) {
        readOn(position);
        lock.readLock().lock();
        try {
            return reader.read(ids, readTo);
        } finally {
            lock.readLock().unlock();
        }
    }

    private Histories histories(Asked asked, long position, Function<Long, Scope> read) {
        readOn(position);
        lock.readLock().lock();
        try {
            Judgements known = scopes.getIfPresent(asked);
            boolean whole = known != null && isWhole(known.scope());
            if (known == null || !whole || known.lastTurn() != registries.lastTurn()) {
                Scope scope = known != null && whole ? known.scope() : read.apply(readTo);
                known = Judgements.of(scope, registries, known);
                scopes.put(asked, known);
            }
            return new Histories(known, registries, position);
        } finally {
            lock.readLock().unlock();
        }
    }

    private boolean isWhole(Scope scope) {
        return scope.readTo() == readTo
                || (untouchedSince(scope.keys(), scope.readTo())
                        && untouchedSince(scope.linkedTo().keySet(), scope.readTo()));
    }

    private boolean untouchedSince(Set<String> keys, long position) {
        for (String key : keys) {
            if (touched.getOrDefault(key, -1L) > position) {
                return false;
            }
        }
        return true;
    }

    /** Takes in what came up to a position; while it does, nothing is read that could miss it. */
    private void readOn(long position) {
        lock.readLock().lock();
        try {
            if (position <= readTo) {
                return;
            }
        } finally {
            lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
            if (position > readTo) {
                List<InForce<OrganizationVersion>> organizations = organizations(position);
                readTouched(position);
                organizations.forEach(held -> registries.add(held.since(), held.version()));
                readTo = position;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private List<InForce<OrganizationVersion>> organizations(long position) {
        List<String> changed = client.sql("SELECT DISTINCT id FROM organization_version"
                        + " WHERE from_position > ? AND from_position <= ?")
                .params(readTo, position)
                .query((row, _) -> row.getString(1))
                .list();
        return past.ofOrganizations(changed).values().stream()
                .flatMap(told -> OrganizationVersion.versions(told, position).stream())
                .filter(held -> held.since() > readTo)
                .sorted(Comparator.comparingLong(InForce::since))
                .toList();
    }

    private void readTouched(long position) {
        if (position - readTo > LONGEST_TAIL || touched.size() > MOST_TOUCHED) {
            touched.clear();
            scopes.invalidateAll();
            reader.forgetAll();
            return;
        }
        List<Long> changed = client.sql("SELECT DISTINCT position FROM announcement_version"
                        + " WHERE from_position > ? AND from_position <= ?")
                .params(readTo, position)
                .query((row, _) -> row.getLong(1))
                .list();
        past.ofAnnouncements(past.announcementsAt(changed).values()).forEach((id, told) -> {
            Set<String> keys = new HashSet<>(Set.of(id, ScopeReader.EVERYTHING));
            told.forEach(event -> keys.addAll(StandingFold.keysOf(event.event())));
            keys.forEach(key -> touched.merge(key, position, Math::max));
            reader.forget(id);
        });
    }
}
