package io.partnerledger.changes;

import io.partnerledger.changes.Measure.Figure;
import io.partnerledger.changes.Measure.Holding;
import io.partnerledger.deals.Deals;
import io.partnerledger.rates.Exchange;
import io.partnerledger.standing.Part;
import io.partnerledger.standing.Unit.OneCount;
import io.partnerledger.standing.Unit.OneCustomer;
import io.partnerledger.standing.Unit.OneDeal;
import io.partnerledger.standing.Unit.OnePartner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each entry moved, in the order of the log. */
final class Moves {

    private final Map<Figure, List<MovedFigure.Part>> figures = new HashMap<>();
    private final Map<Pair, PartnerMoves> partners = new TreeMap<>();

    private record Pair(String subject, String partner) implements Comparable<Pair> {

        @Override
        public int compareTo(Pair other) {
            int bySubject = subject.compareTo(other.subject);
            return bySubject != 0 ? bySubject : partner.compareTo(other.partner);
        }
    }

    private record Way(@Nullable String from, @Nullable String to) {}

    void add(Mover mover, Amounts moved) {
        Map<Pair, Amounts> holdings = new HashMap<>();
        moved.forEach((measure, amount) -> {
            switch (measure) {
                case Figure figure ->
                    figures.computeIfAbsent(figure, _ -> new ArrayList<>())
                            .add(new MovedFigure.Part(
                                    mover.position(),
                                    mover.announcement(),
                                    mover.organization(),
                                    mover.cause(),
                                    amount));
                case Holding holding ->
                    holdings.computeIfAbsent(pairOf(holding), _ -> new Amounts())
                            .add(holding, amount);
            }
        });
        holdings.forEach((pair, amounts) ->
                partners.computeIfAbsent(pair, _ -> new PartnerMoves()).add(mover, amounts));
    }

    /** Those of the parts that what moved is a sum of: nobody asks what else there was. */
    List<Part> concerned(List<Part> parts) {
        Set<Way> ways = figures.keySet().stream()
                .map(figure -> new Way(figure.from(), figure.to()))
                .collect(Collectors.toSet());
        return parts.stream()
                .filter(part -> switch (part.unit()) {
                    case OneDeal _ ->
                        Deals.counting(List.of(part), Exchange.NONE).stream()
                                .anyMatch(deal -> ways.contains(new Way(deal.from(), deal.to())));
                    case OnePartner one -> partners.containsKey(new Pair(one.subject(), one.partner()));
                    case OneCustomer _, OneCount _ -> false;
                })
                .toList();
    }

    /** @param before what there was of all that moved */
    Changes changes(Amounts before) {
        List<MovedFigure> movedFigures = new ArrayList<>();
        figures.keySet().stream().sorted(Figure.ORDER).forEach(figure -> {
            List<MovedFigure.Part> parts = figures.getOrDefault(figure, List.of());
            BigDecimal delta = parts.stream().map(MovedFigure.Part::delta).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (delta.signum() != 0) {
                BigDecimal start = before.of(figure);
                movedFigures.add(new MovedFigure(
                        figure.from(),
                        figure.to(),
                        figure.instrument(),
                        figure.currency(),
                        figure.field().label(),
                        start,
                        start.add(delta),
                        delta,
                        List.copyOf(parts)));
            }
        });
        Map<Pair, Amounts> spellsBefore = new HashMap<>();
        before.forEach((measure, amount) -> {
            if (measure instanceof Holding holding) {
                spellsBefore
                        .computeIfAbsent(pairOf(holding), _ -> new Amounts())
                        .add(holding, amount);
            }
        });
        List<MovedPartner> movedPartners = new ArrayList<>();
        partners.forEach(
                (pair, moves) -> moves.moved(pair.subject, pair.partner, spellsBefore.getOrDefault(pair, new Amounts()))
                        .ifPresent(movedPartners::add));
        return new Changes(movedFigures, movedPartners);
    }

    private static Pair pairOf(Holding holding) {
        return new Pair(holding.subject(), holding.partner());
    }
}
