package io.partnerledger.standing;

import io.partnerledger.organization.NameKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every version of every organization, from which the registry as known at any position can be seen. Versions are only
 * ever added, so what was known at a position stays what it was while others add what came after it.
 */
final class Registries {

    private final SortedMap<String, List<InForce<OrganizationVersion>>> organizations = new ConcurrentSkipListMap<>();
    private final Map<String, Set<String>> everCalled = new ConcurrentHashMap<>();
    private final Set<String> everMerged = new ConcurrentSkipListSet<>();

    private volatile long lastTurn = -1;

    /** An organization that another answers for since this position, or no longer. */
    record Merge(long position, Cause cause, String organization) {}

    Registries() {}

    /** @param histories the versions of each organization, oldest first */
    Registries(Collection<List<InForce<OrganizationVersion>>> histories) {
        histories.forEach(history -> history.forEach(held -> add(held.since(), held.version())));
    }

    /** Adds the next version of an organization; one reader adds, in the order of the log. */
    void add(long since, OrganizationVersion version) {
        String id = version.organization();
        List<InForce<OrganizationVersion>> before = organizations.getOrDefault(id, List.of());
        organizations.put(
                id,
                Stream.concat(before.stream(), Stream.of(new InForce<>(since, version)))
                        .toList());
        names(version)
                .forEach(name -> everCalled
                        .computeIfAbsent(NameKey.of(name), _ -> new ConcurrentSkipListSet<>())
                        .add(id));
        if (version.mergedInto() != null) {
            everMerged.add(id);
        }
        if (everMerged.contains(id)) {
            lastTurn = Math.max(lastTurn, since);
        }
    }

    /** The same with versions added, which this one does not come to hold. */
    Registries with(List<InForce<OrganizationVersion>> added) {
        if (added.isEmpty()) {
            return this;
        }
        Registries more = new Registries(organizations.values());
        added.forEach(held -> more.add(held.since(), held.version()));
        return more;
    }

    /** Every version of one organization, oldest first. */
    List<InForce<OrganizationVersion>> versions(String id) {
        return organizations.getOrDefault(id, List.of());
    }

    Registry at(long position) {
        return new Registry(this, position);
    }

    /** An organization as known at a position; null before it was registered. */
    @Nullable
    OrganizationVersion version(String id, long position) {
        return InForce.at(position, organizations.getOrDefault(id, List.of()));
    }

    /** All organizations as known at a position whose ids come after this one, by id. */
    Stream<OrganizationVersion> versions(String after, long position) {
        return organizations.tailMap(after).values().stream()
                .map(versions -> InForce.at(position, versions))
                .filter(Objects::nonNull)
                .filter(version -> !version.organization().equals(after));
    }

    /** The first, by id, of those that bear this name at a position; null if none does. */
    @Nullable
    OrganizationVersion called(String name, long position) {
        String key = NameKey.of(name);
        return everCalled.getOrDefault(key, Set.of()).stream()
                .map(id -> version(id, position))
                .filter(Objects::nonNull)
                .filter(version ->
                        names(version).anyMatch(called -> NameKey.of(called).equals(key)))
                .findFirst()
                .orElse(null);
    }

    /** The ids of those that were ever merged into another, at whatever position. */
    Set<String> everMerged() {
        return everMerged;
    }

    /** The merges and reversals after a position and up to another, in the order of the log. */
    List<Merge> merges(long after, long upTo) {
        List<Merge> merges = new ArrayList<>();
        for (String id : everMerged) {
            @Nullable String into = null;
            for (InForce<OrganizationVersion> held : organizations.getOrDefault(id, List.of())) {
                String next = held.version().mergedInto();
                if (!Objects.equals(into, next) && held.since() > after && held.since() <= upTo) {
                    merges.add(new Merge(held.since(), next == null ? Cause.MERGE_REVERSAL : Cause.MERGE, id));
                }
                into = next;
            }
        }
        merges.sort(Comparator.comparingLong(Merge::position));
        return merges;
    }

    /** Where others came to answer for any of these organizations, or no longer did. */
    Set<Long> turns(Set<String> organizations) {
        if (everMerged.isEmpty() || Collections.disjoint(organizations, everMerged)) {
            return Set.of();
        }
        Set<Long> turns = new HashSet<>();
        Set<String> passed = new HashSet<>(organizations);
        Deque<String> next = new ArrayDeque<>(organizations);
        while (!next.isEmpty()) {
            for (InForce<OrganizationVersion> held : versions(next.remove())) {
                turns.add(held.since());
                String into = held.version().mergedInto();
                if (into != null && passed.add(into)) {
                    next.add(into);
                }
            }
        }
        return turns;
    }

    /** The last position at which someone came to answer for an organization, or no longer did; -1 before the first. */
    long lastTurn() {
        return lastTurn;
    }

    /** The subject, all that were merged into it and all that it was merged into, at any of the positions. */
    Set<String> idsOf(String subject, long first, long last) {
        Set<String> ids = new TreeSet<>(Set.of(subject));
        ids.addAll(idsAt(subject, first));
        merges(first, last).forEach(merge -> ids.addAll(idsAt(subject, merge.position())));
        return ids;
    }

    private Set<String> idsAt(String subject, long position) {
        Registry registry = at(position);
        return registry.answeredForBy(registry.survivorOf(subject));
    }

    private static Stream<String> names(OrganizationVersion version) {
        return Stream.concat(Stream.of(version.organization(), version.name()), version.aliases().stream());
    }
}
