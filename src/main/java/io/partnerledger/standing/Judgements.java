package io.partnerledger.standing;

import io.partnerledger.announcement.Statement;
import io.partnerledger.standing.Sequence.Placed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the announcements of a scope state, judged once for every position of the log and kept in the order of the
 * folds, so that what stood at a position and a day is picked out in one pass, without judging or sorting anything. It
 * holds for as long as the scope does and nobody else comes to answer for an organization.
 */
final class Judgements {

    private static final int MOST_SUBJECTS = 4;

    private final Scope scope;
    private final long lastTurn;
    private final Map<String, List<Judged>> byAnnouncement = new HashMap<>();
    private volatile @Nullable Entries entries;
    private final Sequence all;
    private final Map<Unit, Strand> strands = new LinkedHashMap<>();
    private final Map<Optional<String>, About> about = new ConcurrentHashMap<>();
    private final Map<Function<Statement, Set<String>>, Set<String>> led = new ConcurrentHashMap<>();

    private Judgements(Scope scope, Registries registries, @Nullable Judgements before) {
        this.scope = scope;
        this.lastTurn = registries.lastTurn();
        List<Placed> placed = new ArrayList<>();
        Judgements alike = before != null && before.lastTurn == lastTurn ? before : null;
        if (alike != null) {
            alike.all.placed().stream()
                    .filter(one -> isAsBefore(one.announcement(), alike))
                    .forEach(placed::add);
        }
        scope.members().forEach((id, member) -> {
            List<Judged> known = alike != null && isAsBefore(id, alike) ? alike.byAnnouncement.get(id) : null;
            if (known == null) {
                known = Judgement.of(member.history(), scope::history, registries);
                known.forEach(judged -> placed.add(new Placed(judged, member.since())));
            }
            byAnnouncement.put(id, known);
        });
        placed.sort(Comparator.comparing(Placed::judged, Judged.IN_ORDER));
        this.all = new Sequence(placed);
        Map<Unit, List<Placed>> units = new HashMap<>();
        for (Placed one : placed) {
            Unit unit = Unit.of(one.judged().stated().statement());
            if (unit != null) {
                units.computeIfAbsent(unit, _ -> new ArrayList<>()).add(one);
            }
        }
        units.keySet().stream().sorted().forEach(unit -> {
            List<Placed> of = units.getOrDefault(unit, List.of());
            Strand known = alike == null ? null : alike.strands.get(unit);
            strands.put(unit, known != null && known.isOf(of) ? known : new Strand(unit, new Sequence(of)));
        });
    }

    /** Whether nothing happened to an announcement that links lead nowhere from. */
    private boolean isAsBefore(String announcement, Judgements before) {
        Scope.Member member = scope.members().get(announcement);
        return member != null
                && member.history().linksSince().isEmpty()
                && member.equals(before.scope.members().get(announcement));
    }

    /** @param before what was known of the same before something was entered, of which most is the same still */
    static Judgements of(Scope scope, Registries registries, @Nullable Judgements before) {
        return new Judgements(scope, registries, before);
    }

    /** All that the announcements went through. */
    Entries entries() {
        Entries known = entries;
        if (known == null) {
            known = new Entries(scope);
            entries = known;
        }
        return known;
    }

    Scope scope() {
        return scope;
    }

    /** The last position known here at which someone came to answer for an organization, or no longer did. */
    long lastTurn() {
        return lastTurn;
    }

    Sequence all() {
        return all;
    }

    /** What is about a subject, or everything where it is null. */
    About about(@Nullable String subject) {
        if (about.size() > MOST_SUBJECTS) {
            about.clear();
        }
        return about.computeIfAbsent(Optional.ofNullable(subject), _ -> new About(subject, all));
    }

    /** What stood of each unit of a kind at a position and a day, of those that anything was said of by then. */
    List<Part> parts(Class<? extends Unit> kind, long position, LocalDate validAt) {
        List<Part> parts = new ArrayList<>(strands.size());
        strands.forEach((unit, strand) -> {
            if (kind.isInstance(unit)) {
                Part part = strand.at(position, validAt);
                if (!part.isEmpty()) {
                    parts.add(part);
                }
            }
        });
        return parts;
    }

    /** What stood of some units. */
    List<Part> parts(Set<Unit> units, long position, LocalDate validAt) {
        return units.stream()
                .map(strands::get)
                .flatMap(Stream::ofNullable)
                .map(strand -> strand.at(position, validAt))
                .toList();
    }

    /** The units that statements of an announcement ever belonged to. */
    Stream<Unit> units(String announcement) {
        return byAnnouncement.getOrDefault(announcement, List.of()).stream()
                .map(judged -> Unit.of(judged.stated().statement()))
                .flatMap(Stream::ofNullable);
    }

    /** The organizations that whatever was ever stated leads on to, as it names them. */
    Set<String> led(Function<Statement, Set<String>> leadsTo) {
        return led.computeIfAbsent(
                leadsTo,
                _ -> scope.members().values().stream()
                        .flatMap(member -> member.history().versions().stream())
                        .flatMap(held -> held.version().statements().stream())
                        .flatMap(statement -> leadsTo.apply(statement).stream())
                        .collect(Collectors.toSet()));
    }
}
