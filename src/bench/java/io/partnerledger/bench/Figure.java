package io.partnerledger.bench;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the report: a value per round and what is wanted of their median. The guard holds the ratios of the
 * baseline against itself in the same rounds: where their median leaves 0.9 to 1.1, or a value is no number, nothing can
 * be said.
 */
@SuppressWarnings("ArrayRecordComponent") // figures are shown, never compared
record Figure(
        String mode,
        String store,
        String name,
        String unit,
        @Nullable Target target,
        double[] values,
        @Nullable Ratio sides,
        @Nullable Ratio guard) {

    private static final double GUARD_LOW = 0.9;
    private static final double GUARD_HIGH = 1.1;

    /** What the median has to reach. */
    record Target(boolean atLeast, double value) {

        static Target atLeast(double value) {
            return new Target(true, value);
        }

        static Target atMost(double value) {
            return new Target(false, value);
        }

        boolean isMetBy(double median) {
            return atLeast ? median >= value : median <= value;
        }

        @Override
        public String toString() {
            return (atLeast ? ">= " : "<= ") + Figure.number(value);
        }
    }

    /** One that is compared with nothing. */
    Figure(String mode, Store store, String name, String unit, @Nullable Target target, double[] values) {
        this(mode, store.toString(), name, unit, target, values, null, null);
    }

    /** How many a second, for information. */
    static Figure rate(String mode, Store store, String what, double[] values) {
        return new Figure(mode, store, what, "1/s", null, values);
    }

    /** Whether something came to its end. */
    static Figure completed(String mode, Store store, String what, boolean isCompleted) {
        double[] values = {isCompleted ? 1 : 0};
        return new Figure(mode, store, what, "completed", Target.atLeast(1), values);
    }

    double median() {
        return Rounds.median(values);
    }

    double least() {
        return Arrays.stream(values).min().orElseThrow();
    }

    double most() {
        return Arrays.stream(values).max().orElseThrow();
    }

    String verdict() {
        if (target == null) {
            return "";
        }
        if (!areNumbers(values) || (guard != null && !agrees(guard.values()))) {
            return "inconclusive";
        }
        return target.isMetBy(median()) ? "reached" : "missed";
    }

    private static boolean agrees(double[] guard) {
        double agreement = Rounds.median(guard);
        return areNumbers(guard) && agreement >= GUARD_LOW && agreement <= GUARD_HIGH;
    }

    /** A round in which nothing was done, or in no time, has a ratio that is none. */
    private static boolean areNumbers(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    static String number(double value) {
        double size = Math.abs(value);
        String form =
                size >= 1000 ? "%,.0f" : size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, form, value);
    }
}
