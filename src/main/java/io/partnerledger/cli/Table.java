package io.partnerledger.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A table for people: columns as wide as they need, numbers to the right. */
final class Table {

    private final List<String> heads;
    private final Set<Integer> numeric;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param numeric the columns, from 0, that are set to the right */
    Table(List<String> heads, Set<Integer> numeric) {
        this.heads = heads;
        this.numeric = numeric;
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            int column = i;
            int widest = rows.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0);
            widths.add(Math.max(widest, heads.get(i).length()));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(heads, widths));
        lines.add(widths.stream().map("-"::repeat).collect(Collectors.joining("  ")));
        rows.forEach(row -> lines.add(line(row, widths)));
        return String.join("\n", lines);
    }

    private String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(widths.get(i) - cells.get(i).length());
            line.append(numeric.contains(i) ? padding + cells.get(i) : cells.get(i) + padding);
            line.append("  ");
        }
        return line.toString().stripTrailing();
    }
}
