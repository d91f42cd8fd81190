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
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads scopes as far as a position: who speaks of what from a build, what they say from the log. Announcements that were
 * read before are not read again.
 */
final class ScopeReader {

    /** The key that every announcement speaks of. */
    static final String EVERYTHING = "*";

    private static final int PER_QUERY = 500;

    private final JdbcClient client;
    private final Past past;
    private final Cache<String, AnnouncementHistory> histories;

    private record Speaker(String key, String announcement, long since) {}

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
        speakersOf(keys, readTo).forEach(speaker -> since.merge(speaker.announcement, speaker.since, Math::min));
        Map<String, Long> deals = new HashMap<>();
        for (AnnouncementHistory history : read(since.keySet(), readTo)) {
            long direct = since.getOrDefault(history.announcement(), Long.MAX_VALUE);
            history.dealsSince()
                    .forEach((deal, from) -> deals.merge(StandingKeys.deal(deal), Math.max(direct, from), Math::min));
        }
        for (Speaker speaker : speakersOf(deals.keySet(), readTo)) {
            long from = Math.max(speaker.since, deals.getOrDefault(speaker.key, Long.MAX_VALUE));
            since.merge(speaker.announcement, from, Math::min);
        }
        keys.addAll(deals.keySet());
        return scope(keys, since, readTo);
    }

    Scope ofDeal(String deal, long readTo) {
        Set<String> keys = Set.of(StandingKeys.deal(deal));
        Map<String, Long> since = new HashMap<>();
        speakersOf(keys, readTo).forEach(speaker -> since.put(speaker.announcement, speaker.since));
        return scope(keys, since, readTo);
    }

    Scope ofEverything(long readTo) {
        Map<String, Long> since = new HashMap<>();
        client.sql("SELECT id, from_position FROM announcement_version WHERE revision = 1 AND from_position <= ?")
                .param(readTo)
                .query((row, _) -> new Speaker(EVERYTHING, row.getString(1), row.getLong(2)))
                .list()
                .forEach(speaker -> since.put(speaker.announcement, speaker.since));
        return scope(Set.of(EVERYTHING), since, readTo);
    }

    private Scope scope(Set<String> keys, Map<String, Long> since, long readTo) {
        List<AnnouncementHistory> members = read(since.keySet(), readTo);
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

    private List<Speaker> speakersOf(Set<String> keys, long readTo) {
        List<Speaker> found = new ArrayList<>();
        for (List<String> some : portions(keys)) {
            found.addAll(client.sql("SELECT k.key, v.id, k.from_position FROM announcement_key k"
                            + " JOIN announcement_version v ON v.from_position = k.announcement"
                            + " WHERE k.key IN (:keys) AND k.from_position <= :at")
                    .param("keys", some)
                    .param("at", readTo)
                    .query((row, _) -> new Speaker(row.getString(1), row.getString(2), row.getLong(3)))
                    .list());
        }
        return found;
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
