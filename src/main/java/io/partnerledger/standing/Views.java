package io.partnerledger.standing;

import io.partnerledger.announcement.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers what stands at a point in both times. An {@code asOf} past the log is refused, one past the view is waited
 * for, as {@code minPosition} is.
 */
public final class Views {

    /** The version of the fold rules; it changes when the same statements would give other figures. */
    public static final int RULES = 1;

    private static final Pattern POSITION = Pattern.compile("position:(-1|\\d{1,18})");

    private final LiveStanding live;
    private final LogPositions log;
    private final Clock clock;
    private volatile @Nullable Known known;

    public Views(LiveStanding live, LogPositions log, Clock clock) {
        this.live = live;
        this.log = log;
        this.clock = clock;
    }

    /** Where in both times a question stands; waits for the view if it must. */
    public Point resolve(At at) {
        return resolve(at, "asOf");
    }

    /**
     * The stretch of the log from one point of recorded time to another, given by the parameters {@code from} and
     * {@code to}, which has the form of {@code asOf} and may be left out.
     */
    public Span between(String from, At to) {
        long first = positionOf(from, "from");
        live.reach(first);
        Point end = resolve(to, "to");
        if (first > end.position() || isLater(from, to.asOf())) {
            throw new BadPoint("from", "from=" + from + " lies after to=" + to.asOf());
        }
        return new Span(from, first, end);
    }

    private Point resolve(At at, String parameter) {
        LocalDate validAt = at.validAt() == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : at.validAt();
        Long minPosition = at.minPosition();
        if (minPosition != null) {
            if (minPosition > log.head()) {
                throw new BadPoint("minPosition", "The log ends at position " + log.head());
            }
            live.reach(minPosition);
        }
        String asOf = at.asOf();
        // Another build may have become the live one meanwhile, which is not as far yet.
        long known = minPosition == null ? live.position() : Math.max(minPosition, live.position());
        long position = asOf == null ? known : positionOf(asOf, parameter);
        live.reach(position);
        return new Point(validAt, asOf, position);
    }

    /** What stands for a subject, given by id or by any id merged into it; for everyone where it is null. */
    public Snapshot snapshot(@Nullable String subject, At at) {
        return snapshot(subject, resolve(at));
    }

    /** The same at a point already resolved. */
    public Snapshot snapshot(@Nullable String subject, Point point) {
        long position = point.position();
        Known known = known(position);
        Registry registry = known.registries(position).at(position);
        String survivor = subject == null ? null : survivor(subject, registry);
        Histories histories =
                survivor == null ? known.all(position) : known.of(registry.answeredForBy(survivor), position);
        return snapshot(survivor, point, histories, registry);
    }

    /** What stands for one deal. */
    public Snapshot snapshotOfDeal(String deal, At at) {
        Point point = resolve(at);
        Histories histories = known(point.position()).ofDeal(deal, point.position());
        return snapshot(null, point, histories, histories.registry(point.position()));
    }

    /**
     * What stands for a subject and for everyone that what is said leads to within so many steps. Whatever is said of
     * these is there; of those that it names besides, only what also names one of these.
     *
     * @param leadsTo the organizations that a statement leads on to, as it names them
     */
    public Snapshot snapshotAround(String subject, At at, int steps, Function<Statement, Set<String>> leadsTo) {
        Point point = resolve(at);
        Known known = known(point.position());
        Registry registry = known.registries(point.position()).at(point.position());
        String survivor = survivor(subject, registry);
        Surroundings surroundings = new Surroundings(known, registry, point.position(), leadsTo);
        return snapshot(survivor, point, surroundings.of(survivor, steps), registry);
    }

    /**
     * What was ever said of a subject, known by the end, and of those merged with it on the way, or of everyone where it
     * is null: enough to judge it at any position from {@code first} to {@code last}.
     */
    public Histories histories(@Nullable String subject, long first, long last) {
        Known known = known(last);
        if (subject == null) {
            return known.all(last);
        }
        Registries registries = known.registries(last);
        return known.of(registries.idsOf(survivor(subject, registries.at(last)), first, last), last);
    }

    /** What would stand today if these events followed the last one of the log, beside what stands. */
    public Preview preview(List<?> events) {
        Instant now = clock.instant();
        long head = log.head();
        return Preview.of(known(head), head, LocalDate.ofInstant(now, ZoneOffset.UTC), events, now);
    }

    /** The organizations as known at a position. */
    public Registry registry(long position) {
        return known(position).registries(position).at(position);
    }

    /** The id of the organization of this id, name or alias, as known at a position. */
    public String idOf(String subject, long position) {
        Registry registry = registry(position);
        return registry.find(subject)
                .orElseThrow(() -> new UnknownSubject(
                        subject, Nearest.to(subject, registry.ids().toList())));
    }

    private static Snapshot snapshot(@Nullable String survivor, Point point, Histories histories, Registry registry) {
        return new Snapshot(survivor, point, registry, histories);
    }

    private static String survivor(String subject, Registry registry) {
        return registry.survivorOf(registry.find(subject)
                .orElseThrow(() -> new UnknownSubject(
                        subject, Nearest.to(subject, registry.ids().toList()))));
    }

    /** What every answer to this question opens with; {@code path} is the route that it can be asked at again. */
    public View view(Snapshot snapshot, String path, boolean explain) {
        return View.of(snapshot, RULES, path, explain);
    }

    /** A reader of a build that has come to a position. */
    public StandingReader reader(long position) {
        return live.reader(position);
    }

    /** What is known of a build that has come to a position; one of another epoch is got to know anew. */
    private Known known(long position) {
        Known present = known;
        Reached reached = live.reach(position);
        if (present == null || present.epoch() != reached.epoch()) {
            present = new Known(reached, live.past());
            known = present;
        }
        return present;
    }

    private long positionOf(String point, String parameter) {
        Matcher matcher = POSITION.matcher(point);
        if (matcher.matches()) {
            long position = Long.parseLong(matcher.group(1));
            if (position > log.head()) {
                throw new BadPoint(parameter, "The log ends at position " + log.head());
            }
            return position;
        }
        Instant instant = instant(point);
        if (instant == null) {
            throw new BadPoint(parameter, "Give an instant such as 2026-11-23T12:00:00Z, or position:N; not " + point);
        }
        if (instant.isAfter(clock.instant())) {
            throw new BadPoint(parameter, point + " has not come yet: what will be known then is not known now");
        }
        return log.positionAt(instant);
    }

    private static boolean isLater(String from, @Nullable String to) {
        Instant begin = instant(from);
        Instant end = to == null ? null : instant(to);
        return begin != null && end != null && begin.isAfter(end);
    }

    private static @Nullable Instant instant(String point) {
        try {
            return Instant.parse(point);
        } catch (DateTimeParseException notAnInstant) {
            return null;
        }
    }
}
