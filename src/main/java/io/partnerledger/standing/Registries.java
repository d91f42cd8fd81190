package io.partnerledger.standing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The organizations as known at every position from one to another. */
final class Registries {

    private final Collection<List<InForce<OrganizationVersion>>> organizations;

    /** An organization that another answers for since this position, or no longer. */
    record Merge(long position, Cause cause, String organization) {}

    /** @param organizations the versions of each organization, oldest first */
    Registries(Collection<List<InForce<OrganizationVersion>>> organizations) {
        this.organizations = organizations;
    }

    Registry at(long position) {
        return new Registry(organizations.stream()
                .map(versions -> InForce.at(position, versions))
                .filter(Objects::nonNull)
                .toList());
    }

    /** The merges and reversals after a position and up to another, in the order of the log. */
    List<Merge> merges(long after, long upTo) {
        List<Merge> merges = new ArrayList<>();
        for (List<InForce<OrganizationVersion>> versions : organizations) {
            @Nullable String into = null;
            for (InForce<OrganizationVersion> held : versions) {
                String next = held.version().mergedInto();
                if (!Objects.equals(into, next) && held.since() > after && held.since() <= upTo) {
                    merges.add(new Merge(
                            held.since(),
                            next == null ? Cause.MERGE_REVERSAL : Cause.MERGE,
                            held.version().organization()));
                }
                into = next;
            }
        }
        merges.sort(Comparator.comparingLong(Merge::position));
        return merges;
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
        String survivor = registry.survivorOf(subject);
        Set<String> ids = new TreeSet<>(registry.mergedFrom(survivor));
        ids.add(survivor);
        return ids;
    }
}
