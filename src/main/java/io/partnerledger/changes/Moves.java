package io.partnerledger.changes;

import io.partnerledger.changes.Measure.Figure;
import io.partnerledger.changes.Measure.Holding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What there was at the beginning, and what each entry since moved, in the order of the log. */
final class Moves {

    private final Amounts before;
    private final Map<Figure, List<MovedFigure.Part>> figures = new TreeMap<>(Figure.ORDER);
    private final Map<Pair, PartnerMoves> partners = new TreeMap<>();

    private record Pair(String subject, String partner) implements Comparable<Pair> {

        @Override
        public int compareTo(Pair other) {
            int bySubject = subject.compareTo(other.subject);
            return bySubject != 0 ? bySubject : partner.compareTo(other.partner);
        }
    }

    Moves(Amounts before) {
        this.before = before;
    }

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

    Changes changes() {
        List<MovedFigure> movedFigures = new ArrayList<>();
        figures.forEach((figure, parts) -> {
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
