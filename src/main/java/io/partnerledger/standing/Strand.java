package io.partnerledger.standing;

import io.partnerledger.announcement.EventDate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * All that was ever said of one unit. What stands of it is the same between two positions at which the judgement of one
 * of its statements changes, and between two days on which one of them comes to hold; so a part of it is kept for such
 * a stretch of both times, a few of them at once.
 */
final class Strand {

    private static final int KEPT = 16;

    private final Unit unit;
    private final Sequence said;
    private final long[] positions;
    private final long[] days;
    private final AtomicReferenceArray<Kept> kept = new AtomicReferenceArray<>(KEPT);

    private record Kept(long stretch, Part part) {}

    Strand(Unit unit, Sequence said) {
        this.unit = unit;
        this.said = said;
        this.positions = sorted(said.positions());
        this.days = sorted(said.placed().stream()
                .map(one -> one.judged().stated())
                .flatMap(stated -> Stream.concat(
                        Stream.of(stated.announcedOn()), Stream.ofNullable(Unit.effectiveOn(stated.statement()))))
                .map(EventDate::earliest)
                .mapToLong(LocalDate::toEpochDay));
    }

    private static long[] sorted(LongStream points) {
        return points.sorted().distinct().toArray();
    }

    /** Whether these are the very same statements. */
    boolean isOf(List<Sequence.Placed> statements) {
        return said.placed().equals(statements);
    }

    /** What stands at a position and a day. */
    Part at(long position, LocalDate validAt) {
        int recorded = stretch(positions, position);
        int valid = stretch(days, validAt.toEpochDay());
        long stretch = (long) recorded * (days.length + 1) + valid;
        int place = (recorded + valid) % KEPT;
        Kept known = kept.get(place);
        if (known != null && known.stretch == stretch) {
            return known.part;
        }
        Part part = new Part(unit, said.standing(position, validAt, position));
        kept.set(place, new Kept(stretch, part));
        return part;
    }

    private static int stretch(long[] points, long at) {
        int found = Arrays.binarySearch(points, at);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
