package io.partnerledger.changes;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** How many there are of each measure, or how many more; what there is none of is not held. */
final class Amounts {

    private final Map<Measure, BigDecimal> held = new HashMap<>();

    void add(Measure measure, BigDecimal amount) {
        held.merge(measure, amount, BigDecimal::add);
        if (of(measure).signum() == 0) {
            held.remove(measure);
        }
    }

    void add(Amounts more) {
        more.held.forEach(this::add);
    }

    void subtract(Amounts less) {
        less.held.forEach((measure, amount) -> add(measure, amount.negate()));
    }

    BigDecimal of(Measure measure) {
        return held.getOrDefault(measure, BigDecimal.ZERO);
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    Amounts only(Predicate<Measure> wanted) {
        Amounts some = new Amounts();
        held.forEach((measure, amount) -> {
            if (wanted.test(measure)) {
                some.add(measure, amount);
            }
        });
        return some;
    }

    void forEach(BiConsumer<Measure, BigDecimal> each) {
        held.forEach(each);
    }
}
