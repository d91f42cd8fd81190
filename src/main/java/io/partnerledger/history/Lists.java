package io.partnerledger.history;

import io.partnerledger.standing.AnnouncementVersion;
import io.partnerledger.standing.Registry;
import io.partnerledger.standing.StandingKeys;
import io.partnerledger.standing.StandingReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists announcements, newest recorded first, a page at a time; the cursor is the position of the last one shown. */
@Component
final class Lists {

    private static final int READ_AT_ONCE = 200;

    Page<Entry> announcements(StandingReader reader, Filter filter, @Nullable Long before, int limit, long position) {
        List<Set<String>> keys = keys(filter);
        List<Entry> items = new ArrayList<>();
        long cursor = before == null ? Long.MAX_VALUE : before;
        while (true) {
            List<AnnouncementVersion> read = reader.announcements(keys, cursor, READ_AT_ONCE, position);
            for (AnnouncementVersion version : read) {
                Entry entry = filter.takes(version) ? Entry.of(version, reader, position) : null;
                if (entry != null && filter.takes(entry.status())) {
                    if (items.size() == limit) {
                        return new Page<>(items, String.valueOf(items.getLast().position()), position);
                    }
                    items.add(entry);
                }
                cursor = version.position();
            }
            if (read.size() < READ_AT_ONCE) {
                return new Page<>(items, null, position);
            }
        }
    }

    /** The id and all that was merged into it, or that it was merged into. */
    static Set<String> ids(Registry registry, String organization) {
        String survivor = registry.survivorOf(organization);
        Set<String> ids = new TreeSet<>(registry.mergedFrom(survivor));
        ids.add(survivor);
        return ids;
    }

    private static List<Set<String>> keys(Filter filter) {
        List<Set<String>> keys = new ArrayList<>();
        if (filter.subject() != null) {
            keys.add(organizations(filter.subject()));
        }
        if (filter.partner() != null) {
            keys.add(organizations(filter.partner()));
        }
        if (filter.deal() != null) {
            keys.add(Set.of(StandingKeys.deal(filter.deal())));
        }
        return keys;
    }

    private static Set<String> organizations(Set<String> ids) {
        return ids.stream().map(StandingKeys::organization).collect(Collectors.toSet());
    }
}
