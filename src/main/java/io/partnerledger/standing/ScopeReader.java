package io.partnerledger.standing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads scopes as far as a position: who speaks of what from a build, what they say from the log. Announcements that were
 * read before are not read again.
 */
final class ScopeReader {

    /** The key that every announcement speaks of. */
    static final String EVERYTHING = "*";

    private static final int PER_QUERY = 500;
    private static final int IDS = 50_000;

    private final JdbcClient client;
    private final Past past;
    private final Cache<String, AnnouncementHistory> histories;

    /** The id of an announcement by the position of its first event. */
    private final Cache<Long, String> idsAt =
            Caffeine.newBuilder().maximumSize(IDS).build();

    ScopeReader(JdbcClient client, Past past, long statements) {
        this.client = client;
        this.past = past;
        this.histories = Caffeine.newBuilder()
                .maximumWeight(statements)
                .weigher((String _, AnnouncementHistory history) -> history.weight())
                .build();
    }

    void forget(String announcement) {
        histories.invalidate(announcement);
    }

    void forgetAll() {
        histories.invalidateAll();
    }

    Scope ofOrganizations(Collection<String> organizations, long readTo) {
        Set<String> keys = new HashSet<>();
        organizations.forEach(id -> keys.add(StandingKeys.organization(id)));
        Map<String, Long> since = new HashMap<>();
        Map<String, AnnouncementHistory> found = new HashMap<>();
        for (AnnouncementHistory history : read(foundBy(keys, readTo), readTo)) {
            found.put(history.announcement(), history);
            organizations.forEach(
                    id -> merge(since, history, history.namedSince().get(id)));
        }
        Map<String, Long> deals = new HashMap<>();
        for (AnnouncementHistory history : found.values()) {
            Long direct = since.get(history.announcement());
            if (direct != null) {
                history.dealsSince().forEach((deal, from) -> deals.merge(deal, Math.max(direct, from), Math::min));
            }
        }
        Set<String> ofDeals = deals.keySet().stream().map(StandingKeys::deal).collect(Collectors.toSet());
        Set<String> further = foundBy(ofDeals, readTo);
        further.removeAll(found.keySet());
        read(further, readTo).forEach(history -> found.put(history.announcement(), history));
        for (AnnouncementHistory history : found.values()) {
            history.dealsSince().forEach((deal, from) -> {
                Long led = deals.get(deal);
                merge(since, history, led == null ? null : Long.valueOf(Math.max(led, from)));
            });
        }
        keys.addAll(ofDeals);
        return scope(keys, since, found, readTo);
    }

    Scope ofDeal(String deal, long readTo) {
        Set<String> keys = Set.of(StandingKeys.deal(deal));
        Map<String, Long> since = new HashMap<>();
        Map<String, AnnouncementHistory> found = new HashMap<>();
        for (AnnouncementHistory history : read(foundBy(keys, readTo), readTo)) {
            found.put(history.announcement(), history);
            merge(since, history, history.dealsSince().get(deal));
        }
        return scope(keys, since, found, readTo);
    }

    /** Null where the digest of a key led to what has another key. */
    private static void merge(Map<String, Long> since, AnnouncementHistory history, @Nullable Long from) {
        if (from != null) {
            since.merge(history.announcement(), from, Math::min);
        }
    }

    Scope ofEverything(long readTo) {
        List<Long> recorded = client.sql("SELECT position FROM announcement_version"
                        + " WHERE from_position = position AND from_position <= ?")
                .param(readTo)
                .query((row, _) -> row.getLong(1))
                .list();
        Map<String, Long> since = new HashMap<>();
        Map<String, AnnouncementHistory> found = new HashMap<>();
        for (AnnouncementHistory history : read(ids(recorded), readTo)) {
            since.put(history.announcement(), history.since());
            found.put(history.announcement(), history);
        }
        return scope(Set.of(EVERYTHING), since, found, readTo);
    }

    private Scope scope(
            Set<String> keys, Map<String, Long> since, Map<String, AnnouncementHistory> found, long readTo) {
        found.keySet().retainAll(since.keySet());
        List<AnnouncementHistory> members = List.copyOf(found.values());
        return Scope.of(readTo, keys, since, members, linkedTo(members, since.keySet(), readTo));
    }

    /** Those announcements that the links of these lead to, and the links of those, and so on. */
    private Map<String, AnnouncementHistory> linkedTo(
            List<AnnouncementHistory> members, Set<String> known, long readTo) {
        Map<String, AnnouncementHistory> found = new HashMap<>();
        List<AnnouncementHistory> next = members;
        while (!next.isEmpty()) {
            Set<String> wanted = new HashSet<>();
            next.forEach(history -> wanted.addAll(history.linksSince().keySet()));
            wanted.removeAll(known);
            wanted.removeAll(found.keySet());
            next = read(wanted, readTo);
            next.forEach(history -> found.put(history.announcement(), history));
        }
        return found;
    }

    /** The announcements that the digests of these keys lead to; not all of them need have the keys. */
    private Set<String> foundBy(Set<String> keys, long readTo) {
        Set<Long> positions = new HashSet<>();
        for (List<String> some : portions(keys)) {
            positions.addAll(client.sql(StandingReader.FIRST_POSITIONS + "(:keys) AND k.from_position <= :at")
                    .param("keys", some.stream().map(StandingKeys::digest).toList())
                    .param("at", readTo)
                    .query((row, _) -> row.getLong(1))
                    .list());
        }
        return ids(positions);
    }

    private Set<String> ids(Collection<Long> positions) {
        Map<Long, String> known = new HashMap<>(idsAt.getAllPresent(positions));
        Map<Long, String> told = past.announcementsAt(
                positions.stream().filter(at -> !known.containsKey(at)).toList());
        idsAt.putAll(told);
        Set<String> ids = new HashSet<>(known.values());
        ids.addAll(told.values());
        return ids;
    }

    /** These announcements, those of them that are recorded. */
    List<AnnouncementHistory> read(Set<String> ids, long readTo) {
        List<AnnouncementHistory> found = new ArrayList<>(ids.size());
        Set<String> missing = new HashSet<>();
        for (String id : ids) {
            AnnouncementHistory known = histories.getIfPresent(id);
            if (known == null) {
                missing.add(id);
            } else {
                found.add(known);
            }
        }
        for (List<String> some : portions(missing)) {
            past.ofAnnouncements(some).forEach((id, told) -> {
                List<InForce<AnnouncementVersion>> versions = AnnouncementVersion.versions(told, readTo);
                if (!versions.isEmpty()) {
                    AnnouncementHistory history = AnnouncementHistory.of(versions);
                    histories.put(id, history);
                    found.add(history);
                }
            });
        }
        return found;
    }

    private static List<List<String>> portions(Set<String> of) {
        List<String> all = List.copyOf(of);
        List<List<String>> portions = new ArrayList<>();
        for (int i = 0; i < all.size(); i += PER_QUERY) {
            portions.add(all.subList(i, Math.min(all.size(), i + PER_QUERY)));
        }
        return portions;
    }
}
