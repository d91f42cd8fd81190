package io.partnerledger.standing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What stands of one unit, and what that was folded to. Whoever asks about a point in both times at which the same
 * stands is given the same part, so that nothing is folded twice. What is folded must be immutable.
 */
public final class Part {

    private final Unit unit;
    private final Standing standing;
    private volatile Object[] folded = {};

    Part(Unit unit, Standing standing) {
        this.unit = unit;
        this.standing = standing;
    }

    /** All units of which something stands, or is left out, in their order. */
    public static List<Part> of(Standing standing) {
        Map<Unit, List<Stated>> stated = new HashMap<>();
        Map<Unit, List<LeftOut>> leftOut = new HashMap<>();
        standing.statements().forEach(one -> add(one, one, stated));
        standing.leftOut().forEach(one -> add(one.stated(), one, leftOut));
        leftOut.keySet().forEach(unit -> stated.putIfAbsent(unit, List.of()));
        List<Part> parts = new ArrayList<>();
        stated.forEach((unit, of) ->
                parts.add(new Part(unit, new Standing(standing.validAt(), of, leftOut.getOrDefault(unit, List.of())))));
        parts.sort(Comparator.comparing(Part::unit));
        return parts;
    }

    private static <T> void add(Stated stated, T one, Map<Unit, List<T>> units) {
        Unit unit = Unit.of(stated.statement());
        if (unit != null) {
            units.computeIfAbsent(unit, _ -> new ArrayList<>()).add(one);
        }
    }

    public Unit unit() {
        return unit;
    }

    public Standing standing() {
        return standing;
    }

    /** Whether nothing was said at all, by then. */
    boolean isEmpty() {
        return standing.statements().isEmpty() && standing.leftOut().isEmpty();
    }

    /** What this comes to; it is asked of the fold once, and remembered by its type. */
    public <R> R folded(Class<R> as, Function<Standing, R> fold) {
        for (Object known : folded) {
            if (as.isInstance(known)) {
                return as.cast(known);
            }
        }
        R made = fold.apply(standing);
        Object[] present = folded;
        Object[] more = Arrays.copyOf(present, present.length + 1);
        more[present.length] = made;
        folded = more;
        return made;
    }
}
