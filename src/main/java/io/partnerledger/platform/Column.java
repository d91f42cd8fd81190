package io.partnerledger.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A column of a table: its name and the way to its value through the JSON of a row. What lies in a list is joined by a
 * semicolon, one value for each element, and what lies in a list within it by a bar. A column is left
 * out where no row has what the first {@code needed} steps of the way lead to.
 */
record Column(String name, List<String> path, int needed) {

    String text(JsonNode row) {
        return text(row, path, ";");
    }

    boolean isIn(JsonNode row) {
        return leads(row, path.subList(0, needed));
    }

    private static boolean leads(JsonNode node, List<String> path) {
        if (path.isEmpty()) {
            return true;
        }
        if (node.isArray()) {
            return node.valueStream().anyMatch(element -> leads(element, path));
        }
        JsonNode next = node.get(path.getFirst());
        return next != null && leads(next, path.subList(1, path.size()));
    }

    private static String text(JsonNode node, List<String> path, String separator) {
        if (node.isArray()) {
            List<String> texts = new ArrayList<>();
            node.forEach(element -> texts.add(text(element, path, "|")));
            return texts.stream().collect(Collectors.joining(separator));
        }
        if (!path.isEmpty()) {
            JsonNode next = node.get(path.getFirst());
            return next == null ? "" : text(next, path.subList(1, path.size()), separator);
        }
        if (node.isNull()) {
            return "";
        }
        return node.isValueNode() ? node.asString() : node.toString();
    }
}
