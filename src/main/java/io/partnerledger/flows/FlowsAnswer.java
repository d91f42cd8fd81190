package io.partnerledger.flows;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.rates.Exchange;
import io.partnerledger.rates.RatesUsed;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.Registry;
import io.partnerledger.standing.View;
import io.partnerledger.standing.ViewAnswer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The graph of money with the organizations' names. Circles have at most {@code longest} members; {@code complete} is
 * false where not all of them are listed. With an explanation there are also the edges on which nothing stands,
 * in one currency also the rates.
 */
public record FlowsAnswer(
        @JsonUnwrapped View view,
        List<Node> nodes,
        List<Line> edges,
        List<Cycle> cycles,
        int longest,
        boolean complete,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Explained> notCounted,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RatesUsed rates)
        implements ViewAnswer<FlowsAnswer.Line> {

    @Override
    public Map<String, Integer> beside() {
        Map<String, Integer> beside = RatesUsed.beside(rates);
        beside.put("nodes", nodes.size());
        beside.put("cycles", cycles.size());
        beside.put("notCounted", notCounted == null ? 0 : notCounted.size());
        return beside;
    }

    @Override
    public List<FlowsAnswer.Line> rows() {
        return edges;
    }

    /** An organization that gives or receives. */
    public record Node(String id, String name) {}

    /** What one organization gives another, as {@link Edge} describes it. */
    public record Line(String from, String to, boolean self, List<Amounts> flows) {

        static Line of(Edge edge, boolean explain) {
            return new Line(
                    edge.from(),
                    edge.to(),
                    edge.self(),
                    edge.flows().stream().map(flow -> Amounts.of(flow, explain)).toList());
        }
    }

    /** What it gives in one currency, as {@link Flow} describes it. */
    public record Amounts(
            String currency,
            BigDecimal committed,
            BigDecimal paid,
            BigDecimal outstanding,
            BigDecimal nonBinding,
            BigDecimal rumoured,
            BigDecimal lapsed,
            int deals,
            int undisclosedDeals,
            boolean openEnded,
            List<Instrument> instruments,
            List<String> dealSlugs,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Explained> counted,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Explained> notCounted) {

        static Amounts of(Flow flow, boolean explain) {
            return new Amounts(
                    flow.currency(),
                    flow.committed(),
                    flow.paid(),
                    flow.outstanding(),
                    flow.nonBinding(),
                    flow.rumoured(),
                    flow.lapsed(),
                    flow.deals(),
                    flow.undisclosedDeals(),
                    flow.openEnded(),
                    flow.instruments(),
                    flow.dealSlugs(),
                    explain ? flow.counted() : null,
                    explain ? flow.notCounted() : null);
        }
    }

    static FlowsAnswer of(View view, Flows flows, Registry registry, boolean explain, Exchange exchange) {
        List<Edge> edges = explain ? flows.explained() : flows.edges();
        List<Cycle> cycles = flows.cycles().found();
        return new FlowsAnswer(
                view.with("currency", exchange.target()).with("rates", exchange.hash()),
                Stream.concat(
                                edges.stream().flatMap(edge -> Stream.of(edge.from(), edge.to())),
                                cycles.stream().flatMap(cycle -> cycle.members().stream()))
                        .sorted()
                        .distinct()
                        .map(id -> new Node(id, registry.nameOf(id)))
                        .toList(),
                edges.stream().map(edge -> Line.of(edge, explain)).toList(),
                cycles,
                Cycles.LONGEST,
                flows.cycles().complete(),
                explain ? flows.notCounted() : null,
                RatesUsed.of(
                        exchange,
                        flows.edges().stream()
                                .flatMap(edge -> edge.flows().stream())
                                .flatMap(flow -> flow.counted().stream())
                                .map(Explained::conversion)
                                .filter(Objects::nonNull)
                                .toList()));
    }
}
