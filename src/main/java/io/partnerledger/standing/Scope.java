package io.partnerledger.standing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The announcements that speak of something, each with the position since which it does, and those that the links of
 * these lead to. The scope is whole up
 * to {@code readTo} and stays so for as long as nothing touches one of its keys or of the announcements linked to.
 */
record Scope(long readTo, Set<String> keys, Map<String, Member> members, Map<String, AnnouncementHistory> linkedTo) {

    /** An announcement that belongs to a scope since a position. */
    record Member(long since, AnnouncementHistory history) {}

    static Scope of(
            long readTo,
            Set<String> keys,
            Map<String, Long> since,
            Collection<AnnouncementHistory> histories,
            Map<String, AnnouncementHistory> linkedTo) {
        Map<String, Member> members = new LinkedHashMap<>();
        histories.forEach(history -> members.put(
                history.announcement(),
                new Member(since.getOrDefault(history.announcement(), Long.MAX_VALUE), history)));
        return new Scope(readTo, Set.copyOf(keys), members, linkedTo);
    }

    /** An announcement that belongs here or that links lead to. */
    @Nullable
    AnnouncementHistory history(String announcement) {
        Member member = members.get(announcement);
        return member == null ? linkedTo.get(announcement) : member.history;
    }

    int weight() {
        return 1
                + members.values().stream()
                        .mapToInt(member -> member.history.weight())
                        .sum();
    }
}
