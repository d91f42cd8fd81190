package io.partnerledger.standing;

import io.partnerledger.announcement.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
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

    private static final Pattern POSITION = Pattern.compile("position:(\\d{1,18})");

    private final LiveStanding live;
    private final LogPositions log;
    private final Clock clock;

    public Views(LiveStanding live, LogPositions log, Clock clock) {
        this.live = live;
        this.log = log;
        this.clock = clock;
    }

    /** Where in both times a question stands; waits for the view if it must. */
    public Point resolve(At at) {
        LocalDate validAt = at.validAt() == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : at.validAt();
        Long minPosition = at.minPosition();
        if (minPosition != null) {
            if (minPosition > log.head()) {
                throw new BadPoint("minPosition", "The log ends at position " + log.head());
            }
            live.reach(minPosition);
        }
        String asOf = at.asOf();
        long position = asOf == null ? live.position() : positionOf(asOf);
        live.reach(position);
        return new Point(validAt, asOf, position);
    }

    /** What stands for a subject, given by id or by any id merged into it; for everyone where it is null. */
    public Snapshot snapshot(@Nullable String subject, At at) {
        return snapshot(subject, resolve(at));
    }

    /** The same at a point already resolved. */
    public Snapshot snapshot(@Nullable String subject, Point point) {
        StandingReader reader = live.reader();
        Registry registry = reader.registry(point.position());
        if (subject == null) {
            return judge(reader, reader.histories(point.position()), registry, null, point);
        }
        String survivor = survivor(subject, registry);
        List<String> ids = idsOf(survivor, registry);
        return judge(reader, reader.historiesOf(ids, point.position()), registry, survivor, point);
    }

    /**
     * What stands for a subject and for everyone that what is said leads to within so many steps. Whatever is said of
     * these is there; of those that it names besides, only what also names one of these.
     *
     * @param leadsTo the organizations that a statement leads on to, as it names them
     */
    public Snapshot snapshotAround(String subject, At at, int steps, Function<Statement, Set<String>> leadsTo) {
        Point point = resolve(at);
        StandingReader reader = live.reader();
        Registry registry = reader.registry(point.position());
        String survivor = survivor(subject, registry);
        Surroundings surroundings = new Surroundings(reader, registry, point.position(), leadsTo);
        return judge(reader, surroundings.of(survivor, steps), registry, survivor, point);
    }

    /** What stands for one deal. */
    public Snapshot snapshotOfDeal(String deal, At at) {
        Point point = resolve(at);
        StandingReader reader = live.reader();
        Registry registry = reader.registry(point.position());
        return judge(reader, reader.historiesOfDeal(deal, point.position()), registry, null, point);
    }

    private static Snapshot judge(
            StandingReader reader,
            Collection<List<AnnouncementVersion>> histories,
            Registry registry,
            @Nullable String subject,
            Point point) {
        Standing standing =
                Judgement.of(histories, reader.linkTargets(histories, point.position()), registry, point.validAt());
        return new Snapshot(subject, point, standing, registry, histories);
    }

    /** What every answer to this question opens with; {@code path} is the route that it can be asked at again. */
    public View view(Snapshot snapshot, String path, boolean explain) {
        return View.of(snapshot, RULES, path, explain);
    }

    /** A reader of the live build. */
    public StandingReader reader() {
        return live.reader();
    }

    static List<String> idsOf(String survivor, Registry registry) {
        List<String> ids = new ArrayList<>(registry.mergedFrom(survivor));
        ids.add(survivor);
        return ids;
    }

    private static String survivor(String subject, Registry registry) {
        return registry.survivorOf(registry.find(subject)
                .orElseThrow(() -> new UnknownSubject(subject, Nearest.to(subject, registry.organizations()))));
    }

    private long positionOf(String asOf) {
        Matcher matcher = POSITION.matcher(asOf);
        if (matcher.matches()) {
            long position = Long.parseLong(matcher.group(1));
            if (position > log.head()) {
                throw new BadPoint("asOf", "The log ends at position " + log.head());
            }
            return position;
        }
        Instant instant = instant(asOf);
        if (instant.isAfter(clock.instant())) {
            throw new BadPoint("asOf", asOf + " has not come yet: what will be known then is not known now");
        }
        return log.positionAt(instant);
    }

    private static Instant instant(String asOf) {
        try {
            return Instant.parse(asOf);
        } catch (DateTimeParseException e) {
            throw new BadPoint("asOf", "Give an instant such as 2026-11-23T12:00:00Z, or position:N; not " + asOf);
        }
    }
}
