package io.partnerledger.standing;

import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.Statement;
import io.partnerledger.standing.Histories.Telling;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides how the statements of one announcement are judged along the whole log. It is judged anew wherever it changes
 * itself, wherever one does that its duplicate links lead to, and wherever others come to answer for whom it names;
 * between two such positions nothing changes. A duplicate link takes an announcement out while any announcement further
 * up its chain is live; a correction replaces the content before it.
 */
final class Judgement {

    private final AnnouncementHistory history;
    private final Function<String, @Nullable AnnouncementHistory> others;
    private final Registries registries;
    private final Map<Stated, Telling> firstTold = new LinkedHashMap<>();
    private final Map<Stated, Held> held = new LinkedHashMap<>();
    private final List<Judged> judged = new ArrayList<>();

    private record Held(Reason reason, Telling telling, long from) {}

    private Judgement(
            AnnouncementHistory history,
            Function<String, @Nullable AnnouncementHistory> others,
            Registries registries) {
        this.history = history;
        this.others = others;
        this.registries = registries;
    }

    /** @param others every announcement that a duplicate link may lead to */
    static List<Judged> of(
            AnnouncementHistory history,
            Function<String, @Nullable AnnouncementHistory> others,
            Registries registries) {
        Judgement judgement = new Judgement(history, others, registries);
        judgement.judge();
        return judgement.judged;
    }

    private void judge() {
        Set<Long> turns = registries.turns(history.named());
        SortedSet<Long> positions = new TreeSet<>(turns);
        linked().forEach(one -> one.versions().forEach(version -> positions.add(version.since())));
        Rank rank = null;
        List<Stated> before = List.of();
        for (long position : positions.tailSet(history.since())) {
            AnnouncementVersion present = Objects.requireNonNull(history.at(position));
            Registry registry = registries.at(position);
            if (present.rank() != rank || turns.contains(position)) {
                firstTold.clear();
                history.upTo(position).forEach(version -> tell(version, present.rank(), registry));
                List<Stated> gone = held.keySet().stream()
                        .filter(stated -> !firstTold.containsKey(stated))
                        .toList();
                gone.forEach(stated -> end(stated, position));
                before = List.copyOf(firstTold.keySet());
            } else if (isContent(present)) {
                history.upTo(position).stream()
                        .skip(history.count(position) - 1L)
                        .forEach(version -> tell(version, present.rank(), registry));
            }
            rank = present.rank();
            List<Stated> now = stated(present, rank, registry);
            Set<Stated> said = new HashSet<>(now);
            before.stream()
                    .filter(stated -> !said.contains(stated))
                    .forEach(stated -> hold(stated, Reason.CORRECTED, position));
            Reason reason = whyItDoesNotStand(present, position);
            now.forEach(stated -> hold(stated, reason, position));
            before = now;
        }
        List.copyOf(held.keySet()).forEach(stated -> end(stated, Long.MAX_VALUE));
    }

    /** This announcement, and all that links lead to from it. */
    private Set<AnnouncementHistory> linked() {
        if (history.linksSince().isEmpty()) {
            return Set.of(history);
        }
        Map<String, AnnouncementHistory> found = new LinkedHashMap<>(Map.of(history.announcement(), history));
        Deque<AnnouncementHistory> next = new ArrayDeque<>(found.values());
        while (!next.isEmpty()) {
            for (String target : next.remove().linksSince().keySet()) {
                AnnouncementHistory other = others.apply(target);
                if (other != null && found.putIfAbsent(target, other) == null) {
                    next.add(other);
                }
            }
        }
        return new HashSet<>(found.values());
    }

    /** A rank is given to the announcement, whatever its content. */
    private void tell(InForce<AnnouncementVersion> version, Rank rank, Registry registry) {
        if (isContent(version.version())) {
            Telling telling = new Telling(version.since(), version.version());
            stated(version.version(), rank, registry).forEach(stated -> firstTold.putIfAbsent(stated, telling));
        }
    }

    private static boolean isContent(AnnouncementVersion version) {
        return version.contentRevision() == version.revision();
    }

    private void hold(Stated stated, Reason reason, long position) {
        Telling telling = Objects.requireNonNull(firstTold.get(stated));
        Held present = held.get(stated);
        if (present == null || present.reason != reason || present.telling.since() != telling.since()) {
            end(stated, position);
            held.put(stated, new Held(reason, telling, position));
        }
    }

    private void end(Stated stated, long position) {
        Held ended = held.remove(stated);
        if (ended != null) {
            judged.add(new Judged(new LeftOut(stated, ended.reason), ended.telling, ended.from, position));
        }
    }

    /** Where nothing takes it out it stands, once its day has come. */
    private Reason whyItDoesNotStand(AnnouncementVersion version, long position) {
        if (version.retracted()) {
            return Reason.RETRACTED;
        }
        if (version.rank() == Rank.DEPRECATED) {
            return Reason.DEPRECATED;
        }
        return version.repeatsALiveOne(id -> other(id, position)) ? Reason.DUPLICATE : Reason.AFTER_VALID_AT;
    }

    private @Nullable AnnouncementVersion other(String announcement, long position) {
        AnnouncementHistory other = others.apply(announcement);
        return other == null ? null : other.at(position);
    }

    /** Statements as the folds weigh them, with the organizations that answer for those they name. */
    private List<Stated> stated(AnnouncementVersion version, Rank rank, Registry registry) {
        List<Stated> stated = new ArrayList<>(version.statements().size());
        boolean renamed = registry.isAnyMerged(history.named());
        for (int index = 0; index < version.statements().size(); index++) {
            Statement told = version.statements().get(index);
            stated.add(new Stated(
                    version.announcement(),
                    index,
                    version.position(),
                    version.announcedOn(),
                    version.source().tier(),
                    rank,
                    renamed ? told.renaming((_, organization) -> registry.survivorOf(organization)) : told));
        }
        return stated;
    }
}
