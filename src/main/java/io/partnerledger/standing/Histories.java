package io.partnerledger.standing;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every version of some announcements and of the organizations, read once: what stood can be judged at any position of
 * the log from {@code first} to {@code last}. An announcement that is only there because a duplicate link leads to it
 * is looked at, never judged.
 */
public final class Histories {

    private final Map<String, List<InForce<AnnouncementVersion>>> judged;
    private final Map<String, List<InForce<AnnouncementVersion>>> linkedTo;
    private final Registries registries;

    Histories(
            Map<String, List<InForce<AnnouncementVersion>>> judged,
            Map<String, List<InForce<AnnouncementVersion>>> linkedTo,
            Registries registries) {
        this.judged = judged;
        this.linkedTo = linkedTo;
        this.registries = registries;
    }

    /** The content that first told a statement in the words that stand, and the position since which it does. */
    public record Telling(long since, AnnouncementVersion content) {}

    /** The ids of the announcements that are judged. */
    public Set<String> announcements() {
        return judged.keySet();
    }

    /** The organizations as known at a position. */
    public Registry registry(long position) {
        return registries.at(position);
    }

    /** The versions of each announcement that is judged, entered up to a position, oldest first. */
    List<List<AnnouncementVersion>> versions(long position) {
        return judged.values().stream()
                .map(history -> InForce.upTo(position, history))
                .filter(history -> !history.isEmpty())
                .toList();
    }

    /** What stands of all announcements. */
    public Standing standing(long position, LocalDate validAt, Registry registry) {
        return standing(judged.keySet(), position, validAt, registry);
    }

    /** What stands of some of the announcements. */
    public Standing standing(Collection<String> of, long position, LocalDate validAt, Registry registry) {
        List<List<AnnouncementVersion>> histories = new ArrayList<>();
        for (String announcement : of) {
            List<AnnouncementVersion> history = InForce.upTo(position, judged.getOrDefault(announcement, List.of()));
            if (!history.isEmpty()) {
                histories.add(history);
            }
        }
        return Judgement.of(histories, announcement -> inForce(announcement, position), registry, validAt);
    }

    /** One of the announcements as it stood at a position; null before it was recorded. */
    public @Nullable AnnouncementVersion announcement(String id, long position) {
        return inForce(id, position);
    }

    /** The content that first told this statement, of those entered up to a position. */
    public Telling telling(Stated stated, long position, Registry registry) {
        for (InForce<AnnouncementVersion> held : judged.getOrDefault(stated.announcement(), List.of())) {
            AnnouncementVersion version = held.version();
            if (held.since() <= position
                    && stated.index() < version.statements().size()
                    && Judgement.stated(version, stated.index(), stated.rank(), registry)
                            .equals(stated)) {
                return new Telling(held.since(), version);
            }
        }
        throw new IllegalArgumentException(stated.announcement() + " never said so");
    }

    /** The entries after a position and up to another that may have changed what stands, in the order of the log. */
    public List<Touch> touches(long after, long upTo) {
        List<Touch> touches = new ArrayList<>();
        Map<String, Set<String>> linking = linking();
        judged.forEach((id, history) -> collect(id, history, after, upTo, linking, touches));
        linkedTo.forEach((id, history) -> collect(id, history, after, upTo, linking, touches));
        List<Registries.Merge> merges = registries.merges(after, upTo);
        if (!merges.isEmpty()) {
            Map<String, Set<String>> naming = naming();
            merges.forEach(merge -> touches.add(touch(merge, naming)));
        }
        touches.sort(Comparator.comparingLong(Touch::position));
        return touches;
    }

    private void collect(
            String announcement,
            List<InForce<AnnouncementVersion>> history,
            long after,
            long upTo,
            Map<String, Set<String>> linking,
            List<Touch> touches) {
        @Nullable AnnouncementVersion before = null;
        for (InForce<AnnouncementVersion> held : history) {
            if (held.since() > after && held.since() <= upTo) {
                Set<String> reach = reach(announcement, linking);
                if (!reach.isEmpty()) {
                    Cause cause = Cause.between(before, held.version());
                    touches.add(new Touch(held.since(), cause, announcement, null, reach));
                }
            }
            before = held.version();
        }
    }

    /** The announcement and all from which links lead to it, as far as they are judged. */
    private Set<String> reach(String announcement, Map<String, Set<String>> linking) {
        Set<String> passed = new HashSet<>(Set.of(announcement));
        ArrayDeque<String> next = new ArrayDeque<>(passed);
        while (!next.isEmpty()) {
            for (String linked : linking.getOrDefault(next.remove(), Set.of())) {
                if (passed.add(linked)) {
                    next.add(linked);
                }
            }
        }
        passed.retainAll(judged.keySet());
        return passed;
    }

    private Touch touch(Registries.Merge merge, Map<String, Set<String>> naming) {
        Registry before = registries.at(merge.position() - 1);
        Registry after = registries.at(merge.position());
        Set<String> reach = new TreeSet<>();
        naming.forEach((organization, announcements) -> {
            if (!before.survivorOf(organization).equals(after.survivorOf(organization))) {
                reach.addAll(announcements);
            }
        });
        return new Touch(merge.position(), merge.cause(), null, merge.organization(), reach);
    }

    private Map<String, Set<String>> linking() {
        Map<String, Set<String>> linking = new HashMap<>();
        List.of(judged, linkedTo)
                .forEach(histories -> histories.forEach((id, history) -> history.forEach(held -> {
                    String target = held.version().duplicateOf();
                    if (target != null) {
                        linking.computeIfAbsent(target, _ -> new TreeSet<>()).add(id);
                    }
                })));
        return linking;
    }

    private Map<String, Set<String>> naming() {
        Map<String, Set<String>> naming = new HashMap<>();
        judged.forEach((id, history) -> history.forEach(held -> held.version()
                .statements()
                .forEach(statement -> statement.renaming((_, organization) -> {
                    naming.computeIfAbsent(organization, _ -> new TreeSet<>()).add(id);
                    return organization;
                }))));
        return naming;
    }

    private @Nullable AnnouncementVersion inForce(String announcement, long position) {
        List<InForce<AnnouncementVersion>> history = judged.get(announcement);
        return InForce.at(position, history == null ? linkedTo.getOrDefault(announcement, List.of()) : history);
    }
}
