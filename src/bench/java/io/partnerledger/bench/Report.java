package io.partnerledger.bench;

import io.partnerledger.bench.Figure.Target;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The figures of a run, for people or for programs. */
final class Report {

    private static final String LINE = "%-9s %-8s %-58s %10s %10s %-21s %6s  %s%n";

    private final List<Figure> figures = new ArrayList<>();

    /** A figure that is compared with another; the guard compares that other with itself. */
    void ratio(String mode, Store store, String name, @Nullable Target target, Ratio ratio, Ratio guard) {
        add(new Figure(mode, store.toString(), name, "times", target, ratio.values(), ratio, guard));
    }

    void add(Figure figure) {
        figures.add(figure);
        Progress.say(figure.mode() + " " + figure.store() + ": " + figure.name() + " = "
                + Figure.number(figure.median()) + " " + figure.unit() + " " + figure.verdict());
    }

    void table(PrintStream out) {
        out.printf(
                Locale.ROOT, LINE, "mode", "store", "figure", "target", "median", "least .. most", "guard", "verdict");
        for (Figure figure : figures) {
            out.printf(
                    Locale.ROOT,
                    LINE,
                    figure.mode(),
                    figure.store(),
                    figure.name() + (figure.unit().equals("times") ? "" : " (" + figure.unit() + ")"),
                    figure.target() == null ? "" : figure.target().toString(),
                    Figure.number(figure.median()),
                    Figure.number(figure.least()) + " .. " + Figure.number(figure.most()),
                    figure.guard() == null
                            ? ""
                            : Figure.number(Rounds.median(figure.guard().values())),
                    figure.verdict());
        }
    }

    void json(Settings settings, PrintStream out) {
        out.println(JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(JsonReport.of(settings, figures)));
    }
}
