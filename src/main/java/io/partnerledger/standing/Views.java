package io.partnerledger.standing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    private static final Duration PATIENCE = Duration.ofSeconds(5);
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
        LocalDate validAt = at.validAt() == null ? LocalDate.now(clock.withZone(ZoneOffset.UTC)) : at.validAt();
        Long minPosition = at.minPosition();
        if (minPosition != null) {
            if (minPosition > log.head()) {
                throw new BadPoint("minPosition", "The log ends at position " + log.head());
            }
            await(minPosition);
        }
        String asOf = at.asOf();
        long position = asOf == null ? live.position() : positionOf(asOf);
        await(position);
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
        String survivor = subject == null ? null : survivor(subject, registry);
        Collection<List<AnnouncementVersion>> histories =
                reader.histories(survivor == null ? null : idsOf(survivor, registry), point.position());
        Standing standing = Judgement.of(
                histories, reader.linkTargets(histories, point.position()), registry, point.validAt());
        return new Snapshot(survivor, point, standing, registry);
    }

    /** What every answer to this question opens with. */
    public View view(Snapshot snapshot, String path) {
        Point point = snapshot.point();
        String subject = snapshot.subject();
        return new View(
                subject,
                subject == null ? List.of() : snapshot.registry().mergedFrom(subject),
                point.validAt(),
                point.asOf(),
                point.position(),
                RULES,
                path);
    }

    /** A reader of the live build. */
    public StandingReader reader() {
        return live.reader();
    }

    private static List<String> idsOf(String survivor, Registry registry) {
        List<String> ids = new ArrayList<>(registry.mergedFrom(survivor));
        ids.add(survivor);
        return ids;
    }

    private static String survivor(String subject, Registry registry) {
        if (!registry.knows(subject)) {
            throw new UnknownSubject(subject, Nearest.to(subject, registry.organizations()));
        }
        return registry.survivorOf(subject);
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
            throw new BadPoint(
                    "asOf", "Give an instant such as 2026-11-23T12:00:00Z, or position:N; not " + asOf);
        }
    }

    private void await(long position) {
        try {
            if (!live.await(position, PATIENCE)) {
                throw new NotThereYet(position, live.position());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotThereYet(position, live.position());
        }
    }
}
