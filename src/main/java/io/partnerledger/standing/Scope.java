package io.partnerledger.standing;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The announcements that speak of something, each with the position since which it does, and those that the links of
 * these lead to. They are kept in about the order of what they state, by their days, so that it is soon sorted. The scope is whole up
 * to {@code readTo} and stays so for as long as nothing touches one of its keys or of the announcements linked to.
 */
record Scope(long readTo, Set<String> keys, Map<String, Member> members, Map<String, AnnouncementHistory> linkedTo) {

    private static final Comparator<Member> ORDER = Comparator.comparing((Member member) ->
            member.history().versions().getLast().version().announcedOn().earliest());

    /** An announcement that belongs to a scope since a position. */
    record Member(long since, AnnouncementHistory history) {}

    static Scope of(
            long readTo,
            Set<String> keys,
            Map<String, Long> since,
            Collection<AnnouncementHistory> histories,
            Map<String, AnnouncementHistory> linkedTo) {
        Map<String, Member> members = new LinkedHashMap<>();
        histories.stream()
                .map(history -> new Member(since.getOrDefault(history.announcement(), Long.MAX_VALUE), history))
                .sorted(ORDER)
                .forEach(member -> members.put(member.history().announcement(), member));
        return new Scope(readTo, Set.copyOf(keys), members, linkedTo);
    }

    int weight() {
        return 1
                + members.values().stream()
                        .mapToInt(member -> member.history.weight())
                        .sum();
    }
}
