package io.partnerledger.standing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one announcement, oldest first, and since which position it names whom, speaks of which deals and is
 * linked to which others.
 */
record AnnouncementHistory(
        List<InForce<AnnouncementVersion>> versions,
        Map<String, Long> namedSince,
        Map<String, Long> dealsSince,
        Map<String, Long> linksSince) {

    static AnnouncementHistory of(List<InForce<AnnouncementVersion>> versions) {
        Map<String, Long> named = new HashMap<>();
        Map<String, Long> deals = new HashMap<>();
        Map<String, Long> links = new HashMap<>();
        for (InForce<AnnouncementVersion> held : versions) {
            AnnouncementVersion version = held.version();
            version.statements().forEach(statement -> {
                statement.organizations().forEach(id -> named.putIfAbsent(id, held.since()));
                statement.deals().forEach(deal -> deals.putIfAbsent(deal, held.since()));
            });
            String target = version.duplicateOf();
            if (target != null) {
                links.putIfAbsent(target, held.since());
            }
        }
        return new AnnouncementHistory(List.copyOf(versions), Map.copyOf(named), Map.copyOf(deals), Map.copyOf(links));
    }

    String announcement() {
        return versions.getFirst().version().announcement();
    }

    /** Whom it ever named. */
    Set<String> named() {
        return namedSince.keySet();
    }

    /** Since when it is recorded. */
    long since() {
        return versions.getFirst().since();
    }

    /** How many versions there are up to a position. */
    int count(long position) {
        int count = versions.size();
        while (count > 0 && versions.get(count - 1).since() > position) {
            count--;
        }
        return count;
    }

    /** The versions up to a position. */
    List<InForce<AnnouncementVersion>> upTo(long position) {
        return versions.subList(0, count(position));
    }

    @Nullable
    AnnouncementVersion at(long position) {
        return InForce.at(position, versions);
    }

    /** How much of memory it takes, in statements and versions. */
    int weight() {
        int weight = 1;
        for (InForce<AnnouncementVersion> held : versions) {
            weight += 1 + held.version().statements().size();
        }
        return weight;
    }
}
