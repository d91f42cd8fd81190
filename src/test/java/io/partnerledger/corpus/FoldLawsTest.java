package io.partnerledger.corpus;

import static io.partnerledger.announcement.Outcome.LAPSED;
import static io.partnerledger.announcement.Outcome.TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.Stage;
import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.capacity.Capacity;
import io.partnerledger.deals.Deal;
import io.partnerledger.deals.DealConflict;
import io.partnerledger.deals.Deals;
import io.partnerledger.deals.Payment;
import io.partnerledger.flows.Flow;
import io.partnerledger.flows.Flows;
import io.partnerledger.standing.Announced;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.LeftOut;
import io.partnerledger.standing.Standing;
import io.partnerledger.standing.Stated;
import io.partnerledger.totals.Row;
import io.partnerledger.totals.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the folds whatever was announced. */
class FoldLawsTest {

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfArrivalDoesNotMatter(@ForAll("announcements") List<Announced> announced, @ForAll Random random) {
        List<Announced> shuffled = new ArrayList<>(announced);
        Collections.shuffle(shuffled, random);

        assertThat(Answers.withoutPositions(Answers.of(standing(shuffled))))
                .isEqualTo(Answers.withoutPositions(Answers.of(standing(announced))));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theOrderInWhichStatementsAreHandedOverDoesNotMatter(
            @ForAll("announcements") List<Announced> announced, @ForAll Random random) {
        Standing standing = standing(announced);
        List<Stated> statements = new ArrayList<>(standing.statements());
        List<LeftOut> leftOut = new ArrayList<>(standing.leftOut());
        Collections.shuffle(statements, random);
        Collections.shuffle(leftOut, random);

        assertThat(Answers.of(new Standing(standing.validAt(), statements, leftOut)))
                .isEqualTo(Answers.of(standing));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aCeilingIsSplitWithNothingCountedTwice(@ForAll("announcements") List<Announced> announced) {
        for (Deal deal : Deals.of(standing(announced)).deals()) {
            BigDecimal ceiling = deal.ceiling();
            if (ceiling != null && !isOverpaid(deal) && !isEndedRumour(deal)) {
                assertThat(sum(
                                Function.identity(),
                                List.of(
                                        deal.paid(),
                                        deal.outstanding(),
                                        deal.nonBinding(),
                                        deal.rumoured(),
                                        deal.lapsed())))
                        .isEqualByComparingTo(ceiling);
            }
            assertThat(Stream.of(deal.outstanding(), deal.nonBinding(), deal.rumoured(), deal.lapsed())
                            .filter(part -> part.signum() != 0))
                    .hasSizeLessThan(2);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theRowsSumUpToTheDeals(@ForAll("announcements") List<Announced> announced) {
        List<Deal> deals = Deals.of(standing(announced)).deals().stream()
                .filter(deal -> deal.parties() != null)
                .toList();
        List<Row> rows = Totals.of(standing(announced)).rows();

        assertThat(sum(Row::outstanding, rows)).isEqualByComparingTo(sum(Deal::outstanding, deals));
        assertThat(sum(Row::conditional, rows)).isEqualByComparingTo(sum(Deal::conditional, deals));
        assertThat(sum(Row::nonBinding, rows)).isEqualByComparingTo(sum(Deal::nonBinding, deals));
        assertThat(sum(Row::rumoured, rows)).isEqualByComparingTo(sum(Deal::rumoured, deals));
        assertThat(sum(Row::lapsed, rows)).isEqualByComparingTo(sum(Deal::lapsed, deals));
        assertThat(sum(Row::paid, rows))
                .isEqualByComparingTo(sum(Deal::paid, deals).add(sum(FoldLawsTest::paidElsewhere, deals)));
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.committed())
                        .isEqualByComparingTo(row.paid().add(row.outstanding())));
        assertThat(rows.stream().mapToInt(Row::deals).sum()).isEqualTo(deals.size());
        assertThat(rows.stream().mapToInt(Row::undisclosedDeals).sum())
                .isEqualTo(deals.stream().filter(deal -> deal.ceiling() == null).count());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theLinesThatArePaidSumUpToWhatIsPaid(@ForAll("announcements") List<Announced> announced) {
        for (Row row : Totals.of(standing(announced)).rows()) {
            assertThat(sum(
                            Explained::amount,
                            row.counted().stream()
                                    .filter(line -> "paid".equals(line.field()))
                                    .toList()))
                    .isEqualByComparingTo(row.paid());
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void noStatementAboutMoneyGoesUnexplained(@ForAll("announcements") List<Announced> announced) {
        Standing standing = standing(announced);
        Totals totals = Totals.of(standing);
        Set<String> inTotals = places(totals.notCounted());
        totals.explainedRows().forEach(row -> {
            inTotals.addAll(places(row.counted()));
            inTotals.addAll(places(row.notCounted()));
        });
        Deals deals = Deals.of(standing);
        Set<String> inDeals = places(deals.notCounted());
        deals.deals().forEach(deal -> {
            inDeals.addAll(places(deal.counted()));
            inDeals.addAll(places(deal.notCounted()));
        });
        Set<String> said = new HashSet<>();
        Stream.concat(
                        standing.statements().stream(),
                        standing.leftOut().stream().map(LeftOut::stated))
                .filter(FoldLawsTest::movesMoney)
                .forEach(stated -> said.add(stated.announcement() + "/" + stated.index()));

        assertThat(inTotals).isEqualTo(said);
        assertThat(inDeals).isEqualTo(said);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void noStatementAboutCapacityGoesUnexplained(@ForAll("announcements") List<Announced> announced) {
        Standing standing = standing(announced);
        Capacity capacity = Capacity.of(standing);
        List<Explained> lines = new ArrayList<>(capacity.notCounted());
        capacity.explainedRows().forEach(row -> {
            lines.addAll(row.counted());
            lines.addAll(row.notCounted());
        });

        assertThat(lines)
                .hasSameSizeAs(Stream.concat(
                                standing.statements().stream(),
                                standing.leftOut().stream().map(LeftOut::stated))
                        .filter(stated -> stated.statement() instanceof CapacityAnnounced)
                        .toList());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theFlowsSumUpToTheRows(@ForAll("announcements") List<Announced> announced) {
        List<Row> rows = Totals.of(standing(announced)).rows();
        List<Flow> flows = Flows.of(standing(announced)).edges().stream()
                .flatMap(edge -> edge.flows().stream())
                .toList();

        assertThat(sum(Flow::committed, flows)).isEqualByComparingTo(sum(Row::committed, rows));
        assertThat(sum(Flow::paid, flows)).isEqualByComparingTo(sum(Row::paid, rows));
        assertThat(sum(Flow::outstanding, flows)).isEqualByComparingTo(sum(Row::outstanding, rows));
        assertThat(sum(Flow::nonBinding, flows)).isEqualByComparingTo(sum(Row::nonBinding, rows));
        assertThat(sum(Flow::rumoured, flows)).isEqualByComparingTo(sum(Row::rumoured, rows));
        assertThat(sum(Flow::lapsed, flows)).isEqualByComparingTo(sum(Row::lapsed, rows));
        assertThat(flows.stream().mapToInt(Flow::deals).sum())
                .isEqualTo(rows.stream().mapToInt(Row::deals).sum());
    }

    @Provide
    Arbitrary<List<Announced>> announcements() {
        return AnyLedger.announcements();
    }

    private static Standing standing(List<Announced> announced) {
        return Announced.standingAt("2030-01-01", announced);
    }

    private static boolean movesMoney(Stated stated) {
        String kind = stated.statement().getClass().getSimpleName();
        return !kind.startsWith("Partner") && !kind.startsWith("Capacity");
    }

    private static boolean isOverpaid(Deal deal) {
        return deal.conflicts().stream().anyMatch(conflict -> conflict.type() == DealConflict.Type.OVERPAID);
    }

    private static boolean isEndedRumour(Deal deal) {
        return deal.stage() == Stage.RUMOURED && (deal.ended() == LAPSED || deal.ended() == TERMINATED);
    }

    private static BigDecimal paidElsewhere(Deal deal) {
        return sum(
                Payment::amount,
                deal.payments().stream()
                        .filter(payment ->
                                payment.counted() && !payment.currency().equals(deal.currency()))
                        .toList());
    }

    private static Set<String> places(Collection<Explained> lines) {
        Set<String> places = new HashSet<>();
        lines.forEach(line -> places.add(line.announcement() + "/" + line.statement()));
        return places;
    }

    private static <T> BigDecimal sum(Function<T, BigDecimal> part, Collection<T> of) {
        return of.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
