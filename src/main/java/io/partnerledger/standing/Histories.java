package io.partnerledger.standing;

import io.partnerledger.announcement.Statement;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every version of some announcements and of the organizations, read once: what stood can be judged at any position of
 * the log from {@code first} to {@code last}. An announcement that is only there because a duplicate link leads to it
 * is looked at, never judged.
 */
public final class Histories {

    private final Scope scope;
    private final Registries registries;
    private final long last;

    /** @param last the last position that is asked about; what the scope has come to hold since is passed over */
    Histories(Scope scope, Registries registries, long last) {
        this.scope = scope;
        this.registries = registries;
        this.last = last;
    }

    Scope scope() {
        return scope;
    }

    /** The content that first told a statement in the words that stand, and the position since which it does. */
    public record Telling(long since, AnnouncementVersion content) {}

    /** The ids of the announcements that are judged. */
    public Set<String> announcements() {
        return judged().map(AnnouncementHistory::announcement).collect(Collectors.toSet());
    }

    /** The organizations as known at a position. */
    public Registry registry(long position) {
        return registries.at(position);
    }

    /** Whatever was ever stated, also since. */
    Stream<Statement> statements() {
        return scope.members().values().stream()
                .flatMap(member -> member.history().versions().stream())
                .flatMap(held -> held.version().statements().stream());
    }

    /** The versions of each announcement that is judged, entered up to a position, oldest first. */
    List<List<AnnouncementVersion>> versions(long position) {
        return judged().filter(history -> history.since() <= position)
                .map(history ->
                        history.upTo(position).stream().map(InForce::version).toList())
                .toList();
    }

    /** What stands of all announcements. */
    public Standing standing(long position, LocalDate validAt, Registry registry) {
        return standing(judged(), position, validAt, registry);
    }

    /** What stands of some of the announcements. */
    public Standing standing(Collection<String> of, long position, LocalDate validAt, Registry registry) {
        return standing(of.stream().map(this::judged).filter(Objects::nonNull), position, validAt, registry);
    }

    private Standing standing(Stream<AnnouncementHistory> of, long position, LocalDate validAt, Registry registry) {
        List<AnnouncementHistory> recorded =
                of.filter(history -> history.since() <= position).toList();
        return Judgement.of(recorded, position, id -> announcement(id, position), registry, validAt);
    }

    /** One of the announcements as it stood at a position; null before it was recorded. */
    public @Nullable AnnouncementVersion announcement(String id, long position) {
        Scope.Member member = scope.members().get(id);
        AnnouncementHistory history = member == null ? scope.linkedTo().get(id) : member.history();
        return history == null ? null : history.at(position);
    }

    /** The content that first told this statement, of those entered up to a position. */
    public Telling telling(Stated stated, long position, Registry registry) {
        AnnouncementHistory history = judged(stated.announcement());
        List<InForce<AnnouncementVersion>> versions = history == null ? List.of() : history.upTo(position);
        for (InForce<AnnouncementVersion> held : versions) {
            if (versions.size() == 1
                    || Judgement.stated(held.version(), stated.rank(), registry).contains(stated)) {
                return new Telling(held.since(), held.version());
            }
        }
        throw new IllegalArgumentException(stated.announcement() + " never said so");
    }

    /** The entries after a position and up to another that may have changed what stands, in the order of the log. */
    public List<Touch> touches(long after, long upTo) {
        List<Touch> touches = new ArrayList<>();
        Map<String, Set<String>> linking = linking();
        lookedAt().forEach(history -> collect(history, after, upTo, linking, touches));
        List<Registries.Merge> merges = registries.merges(after, upTo);
        if (!merges.isEmpty()) {
            Map<String, Set<String>> naming = naming();
            merges.forEach(merge -> touches.add(touch(merge, naming)));
        }
        touches.sort(Comparator.comparingLong(Touch::position));
        return touches;
    }

    private void collect(
            AnnouncementHistory history, long after, long upTo, Map<String, Set<String>> linking, List<Touch> touches) {
        @Nullable AnnouncementVersion before = null;
        for (InForce<AnnouncementVersion> held : history.upTo(upTo)) {
            if (held.since() > after) {
                Set<String> reach = reach(history.announcement(), linking);
                if (!reach.isEmpty()) {
                    Cause cause = Cause.between(before, held.version());
                    touches.add(new Touch(held.since(), cause, history.announcement(), null, reach));
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
        passed.removeIf(id -> judged(id) == null);
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
        lookedAt()
                .forEach(history -> history.linksSince().forEach((target, since) -> {
                    if (since <= last) {
                        linking.computeIfAbsent(target, _ -> new TreeSet<>()).add(history.announcement());
                    }
                }));
        return linking;
    }

    private Map<String, Set<String>> naming() {
        Map<String, Set<String>> naming = new HashMap<>();
        judged().forEach(history -> history.named()
                .forEach(organization -> naming.computeIfAbsent(organization, _ -> new TreeSet<>())
                        .add(history.announcement())));
        return naming;
    }

    private Stream<AnnouncementHistory> judged() {
        return scope.members().values().stream()
                .filter(member -> member.since() <= last)
                .map(Scope.Member::history);
    }

    private @Nullable AnnouncementHistory judged(String announcement) {
        Scope.Member member = scope.members().get(announcement);
        return member == null || member.since() > last ? null : member.history();
    }

    /** Also those that a link may lead to, whether or not they are judged. */
    private Stream<AnnouncementHistory> lookedAt() {
        return Stream.concat(
                        scope.members().values().stream().map(Scope.Member::history),
                        scope.linkedTo().values().stream())
                .filter(history -> history.since() <= last);
    }
}
