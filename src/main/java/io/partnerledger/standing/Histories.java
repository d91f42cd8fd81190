package io.partnerledger.standing;

import io.partnerledger.announcement.Statement;
import io.partnerledger.standing.Entries.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every version of some announcements and of the organizations, read once: what stood can be judged at any position of
 * the log from {@code first} to {@code last}. An announcement that is only there because a duplicate link leads to it
 * is looked at, never judged.
 */
public final class Histories {

    private final Judgements judgements;
    private final Scope scope;
    private final Registries registries;
    private final long last;

    /** @param last the last position that is asked about; what the scope has come to hold since is passed over */
    Histories(Judgements judgements, Registries registries, long last) {
        this.judgements = judgements;
        this.scope = judgements.scope();
        this.registries = registries;
        this.last = last;
    }

    Scope scope() {
        return scope;
    }

    Histories(Scope scope, Registries registries, long last) {
        this(Judgements.of(scope, registries, null), registries, last);
    }

    /** The content that first told a statement in the words that stand, and the position since which it does. */
    public record Telling(long since, AnnouncementVersion content) {}

    /** A statement that stands, or does not for a reason, and who told it first. */
    public record Heard(Stated stated, @Nullable Reason reason, Telling telling) {}

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
    public Standing standing(long position, LocalDate validAt) {
        return judgements.all().standing(position, validAt, last);
    }

    /** What stands of each unit. */
    public List<Part> parts(long position, LocalDate validAt) {
        return parts(Unit.class, position, validAt);
    }

    /** What stands of each unit of a kind. */
    List<Part> parts(Class<? extends Unit> kind, long position, LocalDate validAt) {
        return judgements.parts(kind, position, validAt);
    }

    /** What stands of some units. */
    public List<Part> parts(Set<Unit> units, long position, LocalDate validAt) {
        return judgements.parts(units, position, validAt);
    }

    /** The units that statements of these announcements ever belonged to. */
    public Set<Unit> units(Collection<String> announcements) {
        return announcements.stream().flatMap(judgements::units).collect(Collectors.toSet());
    }

    /** The organizations that whatever was ever stated, also since, leads on to. */
    Set<String> led(Function<Statement, Set<String>> leadsTo) {
        return judgements.led(leadsTo);
    }

    /**
     * Whatever was said about a subject, or about anything where it is null, whether or not it stands: what names the
     * subject, or speaks of a deal of which a statement says that the subject is in it. Oldest first; of what was
     * announced alike, what was entered first.
     */
    public List<Heard> heard(@Nullable String subject, long position, LocalDate validAt) {
        return judgements.about(subject).at(position, validAt, last);
    }

    /** One of the announcements as it stood at a position; null before it was recorded. */
    public @Nullable AnnouncementVersion announcement(String id, long position) {
        AnnouncementHistory history = scope.history(id);
        return history == null ? null : history.at(position);
    }

    /** The entries after a position and up to another that may have changed what stands, in the order of the log. */
    public List<Touch> touches(long after, long upTo) {
        List<Touch> touches = new ArrayList<>();
        for (Entry entry : judgements.entries().between(after, upTo)) {
            Set<String> reach = judgements.entries().leadingTo(entry.announcement(), last);
            reach.removeIf(id -> !isJudged(id));
            if (!reach.isEmpty()) {
                touches.add(new Touch(entry.position(), entry.cause(), entry.announcement(), null, reach));
            }
        }
        List<Registries.Merge> merges = registries.merges(after, upTo);
        if (!merges.isEmpty()) {
            Map<String, Set<String>> naming = naming();
            merges.forEach(merge -> touches.add(touch(merge, naming)));
        }
        touches.sort(Comparator.comparingLong(Touch::position));
        return touches;
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

    private boolean isJudged(String announcement) {
        Scope.Member member = scope.members().get(announcement);
        return member != null && member.since() <= last;
    }
}
