package io.partnerledger.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chooses among values in given proportions; the same draw gives the same choice. */
final class Pick<T> {

    private final List<T> values;
    private final int[] upTo;

    private Pick(List<T> values, int[] weights) {
        this.values = values;
        this.upTo = weights.clone();
        for (int i = 1; i < upTo.length; i++) {
            upTo[i] += upTo[i - 1];
        }
    }

    /** The weights are those counted in the corpus of real announcements. */
    @SafeVarargs
    static <T> Pick<T> of(int[] weights, T... values) {
        List<T> all = new ArrayList<>();
        for (T value : values) {
            all.add(value);
        }
        return new Pick<>(all, weights);
    }

    T from(SplittableRandom random) {
        int drawn = random.nextInt(upTo[upTo.length - 1]);
        int i = 0;
        while (drawn >= upTo[i]) {
            i++;
        }
        return values.get(i);
    }
}
