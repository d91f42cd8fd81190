package io.partnerledger.flows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds simple circles in a directed graph, all of one length before the longer ones. Every circle is met once, from
 * its first member by name, or from the one member that all must have; a path is followed only while its start can
 * still be reached in time, so that nearly every path that is followed closes.
 */
final class CycleSearch {

    private final Map<String, Set<String>> successors = new TreeMap<>();
    private final Map<String, Set<String>> predecessors = new HashMap<>();
    private final int most;
    private final int mostSteps;
    private final List<List<String>> found = new ArrayList<>();
    private int steps;
    private boolean cut;

    CycleSearch(Collection<Edge> edges, int most, int mostSteps) {
        this.most = most;
        this.mostSteps = mostSteps;
        for (Edge edge : edges) {
            if (!edge.self()) {
                successors.computeIfAbsent(edge.from(), _ -> new TreeSet<>()).add(edge.to());
                predecessors.computeIfAbsent(edge.to(), _ -> new HashSet<>()).add(edge.from());
            }
        }
        peel();
    }

    /** Takes out, again and again, whoever only gives or only receives: no circle leads through them. */
    private void peel() {
        Deque<String> open = new ArrayDeque<>(successors.keySet());
        open.addAll(predecessors.keySet());
        while (!open.isEmpty()) {
            String at = open.remove();
            if (!successors.containsKey(at) || !predecessors.containsKey(at)) {
                open.addAll(takeOut(at, successors, predecessors));
                open.addAll(takeOut(at, predecessors, successors));
            }
        }
    }

    private static Set<String> takeOut(String at, Map<String, Set<String>> outward, Map<String, Set<String>> inward) {
        Set<String> beyond = outward.remove(at);
        if (beyond == null) {
            return Set.of();
        }
        for (String next : beyond) {
            Set<String> back = inward.get(next);
            if (back != null && back.remove(at) && back.isEmpty()) {
                inward.remove(next);
            }
        }
        return beyond;
    }

    /** The members of each circle, the first by name first; through one organization, or all where it is null. */
    List<List<String>> find(int longest, @Nullable String through) {
        Collection<String> starts = through == null ? successors.keySet() : List.of(through);
        for (int length = 2; length <= longest; length++) {
            int before = found.size();
            for (String start : starts) {
                if (!cut) {
                    Map<String, Integer> home = stepsHome(start, length - 1, through == null ? start : "");
                    follow(new ArrayList<>(List.of(start)), new HashSet<>(Set.of(start)), length, home);
                }
            }
            found.subList(before, found.size()).sort(CycleSearch::compare);
        }
        return found;
    }

    boolean wasCut() {
        return cut;
    }

    /** How many steps lead from each member back to the start; from {@code first} on by name, and not farther than this. */
    private Map<String, Integer> stepsHome(String start, int farthest, String first) {
        Map<String, Integer> home = new HashMap<>(Map.of(start, 0));
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String at = open.remove();
            int next = home.getOrDefault(at, 0) + 1;
            if (next <= farthest) {
                for (String before : predecessors.getOrDefault(at, Set.of())) {
                    if (isOut()) {
                        return home;
                    }
                    if (before.compareTo(first) >= 0 && home.putIfAbsent(before, next) == null) {
                        open.add(before);
                    }
                }
            }
        }
        return home;
    }

    private void follow(List<String> path, Set<String> onPath, int length, Map<String, Integer> home) {
        Set<String> there = successors.getOrDefault(path.getLast(), Set.of());
        int left = length - path.size();
        if (left == 0) {
            if (there.contains(path.getFirst())) {
                close(path);
            }
            return;
        }
        for (String next : there) {
            if (isOut()) {
                return;
            }
            if (home.getOrDefault(next, Integer.MAX_VALUE) <= left && onPath.add(next)) {
                path.add(next);
                follow(path, onPath, length, home);
                path.removeLast();
                onPath.remove(next);
            }
        }
    }

    private boolean isOut() {
        steps++;
        cut |= steps > mostSteps;
        return cut;
    }

    private void close(List<String> path) {
        if (found.size() == most) {
            cut = true;
            return;
        }
        int first = path.indexOf(path.stream().min(String::compareTo).orElseThrow());
        List<String> members = new ArrayList<>(path.subList(first, path.size()));
        members.addAll(path.subList(0, first));
        found.add(List.copyOf(members));
    }

    private static int compare(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
