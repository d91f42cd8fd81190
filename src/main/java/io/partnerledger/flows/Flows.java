package io.partnerledger.flows;

import io.partnerledger.deals.Unplaced;
import io.partnerledger.rates.Exchange;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.Standing;
import io.partnerledger.totals.Row;
import io.partnerledger.totals.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The directed graph of money: {@code edges} from who gives to who receives, by their ids, summed from the totals, and
 * the circles in it. Where only lapsed money went nothing goes round, and what an organization has with itself since a
 * merge is no circle. {@code explained} are the same edges and those on which nothing stands any more, with zeros,
 * for an explanation, and {@code notCounted} the lines that fit none. Source of the rules: section 4 of the contract.
 */
public record Flows(List<Edge> edges, List<Edge> explained, Cycles cycles, List<Explained> notCounted) {

    private record Between(String from, String to) {}

    /** The whole graph. */
    public static Flows of(Standing standing) {
        return of(standing, Exchange.NONE);
    }

    /** The same with each part of each deal in one currency, where there is a rate. */
    public static Flows of(Standing standing, Exchange exchange) {
        return of(Totals.of(standing, exchange));
    }

    /** The same of totals; nothing is explained that they do not explain. */
    static Flows of(Totals totals) {
        List<Edge> edges = edges(totals.rows());
        return new Flows(edges, edges(totals.explainedRows()), cycles(edges, null), totals.notCounted());
    }

    /** The edges that touch one organization, and the circles through it. */
    public static Flows around(Standing standing, String organization) {
        return around(Totals.of(standing), organization);
    }

    static Flows around(Totals totals, String organization) {
        List<Edge> edges = edges(totals.rows());
        Predicate<Edge> touches = edge -> edge.involves(organization);
        return new Flows(
                edges.stream().filter(touches).toList(),
                edges(totals.explainedRows()).stream().filter(touches).toList(),
                cycles(edges, organization),
                totals.unplaced().stream()
                        .filter(line -> organization.equals(line.from()) || organization.equals(line.to()))
                        .map(Unplaced::line)
                        .toList());
    }

    private static List<Edge> edges(Collection<Row> rows) {
        Map<String, Map<String, Map<String, FlowSum>>> sums = new TreeMap<>();
        for (Row row : rows) {
            sums.computeIfAbsent(row.from(), _ -> new TreeMap<>())
                    .computeIfAbsent(row.to(), _ -> new TreeMap<>())
                    .computeIfAbsent(row.currency(), FlowSum::new)
                    .add(row);
        }
        List<Edge> edges = new ArrayList<>();
        sums.forEach((from, receivers) -> receivers.forEach((to, currencies) -> edges.add(new Edge(
                from,
                to,
                from.equals(to),
                currencies.values().stream().map(FlowSum::flow).toList()))));
        return List.copyOf(edges);
    }

    private static Cycles cycles(List<Edge> edges, @Nullable String through) {
        Map<Between, Edge> alive = new HashMap<>();
        List<Edge> living = edges.stream().filter(Edge::isAlive).toList();
        (through == null ? living : near(living, through))
                .forEach(edge -> alive.put(new Between(edge.from(), edge.to()), edge));
        CycleSearch search = new CycleSearch(alive.values(), Cycles.MOST, Cycles.MOST_STEPS);
        List<Cycle> found = search.find(Cycles.LONGEST, through).stream()
                .map(members -> cycle(members, alive))
                .toList();
        return new Cycles(found, !search.wasCut());
    }

    /** Those that a circle through this organization can run along, so that nothing beyond bears on the search. */
    private static List<Edge> near(List<Edge> edges, String through) {
        Set<String> reached = new HashSet<>(Set.of(through));
        for (int step = 0; step < Cycles.REACH; step++) {
            Set<String> before = Set.copyOf(reached);
            for (Edge edge : edges) {
                if (before.contains(edge.from()) || before.contains(edge.to())) {
                    reached.add(edge.from());
                    reached.add(edge.to());
                }
            }
        }
        return edges.stream()
                .filter(edge -> reached.contains(edge.from()) || reached.contains(edge.to()))
                .toList();
    }

    private static Cycle cycle(List<String> members, Map<Between, Edge> alive) {
        List<Edge> round = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Between between = new Between(members.get(i), members.get((i + 1) % members.size()));
            round.add(Objects.requireNonNull(alive.get(between)));
        }
        List<Cycle.Size> sizes = round.getFirst().flows().stream()
                .map(Flow::currency)
                .map(currency -> new Cycle.Size(currency, smallest(round, currency)))
                .filter(size -> size.amount().signum() > 0)
                .toList();
        return new Cycle(
                members,
                sizes,
                round.stream().flatMap(edge -> edge.flows().stream()).anyMatch(Flow::mayBeMore));
    }

    private static BigDecimal smallest(List<Edge> round, String currency) {
        return round.stream()
                .map(edge -> edge.committed(currency))
                .min(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }
}
