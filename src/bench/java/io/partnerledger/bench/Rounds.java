package io.partnerledger.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Measures contenders by turns, every round in another order, so that whatever else the machine does meets all of them.
 * What comes before the first round warms up and is not counted: one round, or as many as {@link #warmedUp} says.
 */
final class Rounds {

    private final int count;
    private final Random order;
    private final Map<String, double[]> measured = new LinkedHashMap<>();
    private int warmUps = 1;

    Rounds(int count, long seed) {
        this.count = count;
        this.order = new Random(seed);
    }

    /**
     * Where rates are measured: warms up until no contender is a tenth faster than the round before, or so many have gone.
     * The compiler is at work for a minute on code as wide as a program's, and on a loop's for a second.
     */
    Rounds warmedUp(int atMost) {
        warmUps = atMost;
        return this;
    }

    Rounds run(String title, List<Contender> contenders) throws Exception {
        Map<String, Double> last = new LinkedHashMap<>();
        boolean settled = false;
        for (int i = 0; i < warmUps && !settled; i++) {
            settled = true;
            for (var each : once(title + ": warm-up", contenders).entrySet()) {
                Double before = last.put(each.getKey(), each.getValue());
                settled &= before != null && each.getValue() < 1.1 * before;
            }
        }
        for (int round = 0; round < count; round++) {
            for (var each : once(title + ": round " + (round + 1) + " of " + count, contenders)
                    .entrySet()) {
                measured.computeIfAbsent(each.getKey(), _ -> new double[count])[round] = each.getValue();
            }
        }
        return this;
    }

    private Map<String, Double> once(String title, List<Contender> contenders) throws Exception {
        List<Contender> shuffled = new ArrayList<>(contenders);
        Collections.shuffle(shuffled, order);
        Map<String, Double> values = new LinkedHashMap<>();
        StringBuilder line = new StringBuilder();
        for (Contender contender : shuffled) {
            double value = contender.run().measure();
            values.put(contender.name(), value);
            line.append(String.format(Locale.ROOT, "  %s %,.4g", contender.name(), value));
        }
        Progress.say(title + line);
        return values;
    }

    double[] of(String contender) {
        return Objects.requireNonNull(measured.get(contender), contender);
    }

    Ratio ratio(String one, String other) {
        return new Ratio(one, of(one), other, of(other));
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
