package io.partnerledger.bench;

import io.partnerledger.bench.Figure.Target;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run as JSON: on what machine, with which settings, and its figures with what they were computed from. */
final class JsonReport {

    private JsonReport() {}

    static Map<String, @Nullable Object> of(Settings settings, List<Figure> figures) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        map.put("java", Runtime.version().toString());
        map.put("processors", Runtime.getRuntime().availableProcessors());
        map.put("settings", settings);
        map.put("figures", figures.stream().map(JsonReport::figure).toList());
        return map;
    }

    private static Map<String, @Nullable Object> figure(Figure figure) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("mode", figure.mode());
        map.put("store", figure.store());
        map.put("figure", figure.name());
        map.put("unit", figure.unit());
        Target target = figure.target();
        map.put("target", target == null ? null : target.toString());
        map.put("median", number(figure.median()));
        map.put("values", numbers(figure.values()));
        Ratio sides = figure.sides();
        map.put("measured", sides == null ? null : sides(sides));
        Ratio guard = figure.guard();
        map.put("guardMedian", guard == null ? null : number(Rounds.median(guard.values())));
        map.put("guard", guard == null ? null : numbers(guard.values()));
        map.put("verdict", figure.verdict().isEmpty() ? null : figure.verdict());
        return map;
    }

    private static Map<String, List<@Nullable Double>> sides(Ratio ratio) {
        Map<String, List<@Nullable Double>> map = new LinkedHashMap<>();
        map.put(ratio.one(), numbers(ratio.ofOne()));
        map.put(ratio.other(), numbers(ratio.ofOther()));
        return map;
    }

    private static List<@Nullable Double> numbers(double[] values) {
        List<@Nullable Double> numbers = new ArrayList<>();
        for (double value : values) {
            numbers.add(number(value));
        }
        return numbers;
    }

    /** JSON knows nothing that is not finite. */
    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
