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
 * A round before the first warms up and is not counted.
 */
final class Rounds {

    private final int count;
    private final Random order;
    private final Map<String, double[]> measured = new LinkedHashMap<>();

    Rounds(int count, long seed) {
        this.count = count;
        this.order = new Random(seed);
    }

    Rounds run(String title, List<Contender> contenders) throws Exception {
        for (int round = 0; round <= count; round++) {
            List<Contender> shuffled = new ArrayList<>(contenders);
            Collections.shuffle(shuffled, order);
            StringBuilder line = new StringBuilder();
            for (Contender contender : shuffled) {
                double value = contender.run().measure();
                line.append(String.format(Locale.ROOT, "  %s %,.4g", contender.name(), value));
                if (round > 0) {
                    measured.computeIfAbsent(contender.name(), _ -> new double[count])[round - 1] = value;
                }
            }
            Progress.say(title + (round == 0 ? ": warm-up" : ": round " + round + " of " + count) + line);
        }
        return this;
    }

    double[] of(String contender) {
        return Objects.requireNonNull(measured.get(contender), contender);
    }

    /** Round by round, how many times the other the one is. */
    double[] ratio(String one, String other) {
        double[] above = of(one);
        double[] below = of(other);
        double[] ratios = new double[count];
        Arrays.setAll(ratios, i -> above[i] / below[i]);
        return ratios;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
