package io.partnerledger.standing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that the announcements of a scope went through, in the order of the log, and which are linked to which. */
final class Entries {

    private final List<Entry> inOrder = new ArrayList<>();
    private final Map<String, Map<String, Long>> linking = new HashMap<>();

    /** An event of an announcement. */
    record Entry(long position, String announcement, Cause cause) {}

    Entries(Scope scope) {
        Stream.concat(scope.members().values().stream().map(Scope.Member::history), scope.linkedTo().values().stream())
                .forEach(this::add);
        inOrder.sort(Comparator.comparingLong(Entry::position));
    }

    private void add(AnnouncementHistory history) {
        String announcement = history.announcement();
        @Nullable AnnouncementVersion before = null;
        for (InForce<AnnouncementVersion> held : history.versions()) {
            inOrder.add(new Entry(held.since(), announcement, Cause.between(before, held.version())));
            before = held.version();
        }
        history.linksSince()
                .forEach((target, since) ->
                        linking.computeIfAbsent(target, _ -> new HashMap<>()).put(announcement, since));
    }

    /** Those after a position and up to another. */
    List<Entry> between(long after, long upTo) {
        return inOrder.subList(firstAfter(after), Math.max(firstAfter(after), firstAfter(upTo)));
    }

    private int firstAfter(long position) {
        int low = 0;
        int high = inOrder.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (inOrder.get(middle).position <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The announcement and all from which links lead to it that are known by {@code last}. */
    Set<String> leadingTo(String announcement, long last) {
        Set<String> passed = new HashSet<>(Set.of(announcement));
        Deque<String> next = new ArrayDeque<>(passed);
        while (!next.isEmpty()) {
            linking.getOrDefault(next.remove(), Map.of()).forEach((linked, since) -> {
                if (since <= last && passed.add(linked)) {
                    next.add(linked);
                }
            });
        }
        return passed;
    }
}
