package io.partnerledger.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What stands at the end of the log and what would stand if events followed: of {@code subjects}, the surviving ids of
 * all organizations that the events matter to, everything is there; of others only what is said together with these.
 * {@code position} is the end of the log that was seen.
 */
public record Preview(long position, LocalDate validAt, Set<String> subjects, Standing before, Standing after) {

    static Preview of(Known known, long position, LocalDate validAt, List<?> events, Instant recordedAt) {
        Imagined imagined = new Imagined(known, position, events, recordedAt);
        long last = position + events.size();
        Registry present = known.registries(position).at(position);
        Registries registries = imagined.registries();
        Registry future = registries.at(last);
        Set<String> asked = new TreeSet<>();
        Set<String> subjects = new TreeSet<>();
        for (String id : imagined.touched()) {
            for (Registry registry : List.of(present, future)) {
                subjects.add(registry.survivorOf(id));
                asked.addAll(registry.answeredForBy(registry.survivorOf(id)));
            }
        }
        Histories base = known.of(asked, position);
        Histories more = new Histories(with(base.scope(), imagined.histories(), known, position), registries, last);
        return new Preview(position, validAt, subjects, base.standing(position, validAt), more.standing(last, validAt));
    }

    /** A scope to which announcements were added, or in which they were replaced by what they have become. */
    private static Scope with(Scope base, List<AnnouncementHistory> changed, Known known, long position) {
        Map<String, Long> since = new HashMap<>();
        Map<String, AnnouncementHistory> members = new HashMap<>();
        base.members().forEach((id, member) -> {
            since.put(id, member.since());
            members.put(id, member.history());
        });
        Map<String, AnnouncementHistory> linkedTo = new HashMap<>(base.linkedTo());
        List<AnnouncementHistory> next = changed;
        for (AnnouncementHistory history : changed) {
            since.merge(history.announcement(), history.since(), Math::min);
            members.put(history.announcement(), history);
            linkedTo.remove(history.announcement());
        }
        while (!next.isEmpty()) {
            Set<String> targets = next.stream()
                    .flatMap(history -> history.linksSince().keySet().stream())
                    .filter(id -> !members.containsKey(id) && !linkedTo.containsKey(id))
                    .collect(Collectors.toSet());
            next = new ArrayList<>(known.announcements(targets, position));
            next.forEach(history -> linkedTo.put(history.announcement(), history));
        }
        return Scope.of(base.readTo(), base.keys(), since, members.values(), linkedTo);
    }
}
