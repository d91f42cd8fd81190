package io.partnerledger.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CommitmentAmended;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.TranchePaid;
import io.partnerledger.deals.Deal;
import io.partnerledger.deals.Deals;
import io.partnerledger.deals.Payment;
import io.partnerledger.flows.Flow;
import io.partnerledger.flows.Flows;
import io.partnerledger.rates.Exchange;
import io.partnerledger.rates.MadeUpRates;
import io.partnerledger.standing.Announced;
import io.partnerledger.standing.Standing;
import io.partnerledger.totals.Row;
import io.partnerledger.totals.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds of every conversion, whatever was announced. */
class ConversionLawsTest {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void noDealAndNoCountIsDropped(
            @ForAll("announcements") List<Announced> announced, @ForAll("currencies") String currency) {
        Standing standing = standing(announced);
        List<Row> own = Totals.of(standing).rows();
        List<Row> converted = Totals.of(standing, MadeUpRates.into(currency)).rows();

        assertThat(sum(Row::deals, converted)).isEqualTo(sum(Row::deals, own));
        assertThat(sum(Row::undisclosedDeals, converted)).isEqualTo(sum(Row::undisclosedDeals, own));
        assertThat(slugs(converted)).isEqualTo(slugs(own));
        assertThat(converted.stream().anyMatch(Row::openEnded))
                .isEqualTo(own.stream().anyMatch(Row::openEnded));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void theRowsAreTheSumOfEachPartConvertedByHand(
            @ForAll("announcements") List<Announced> announced, @ForAll("currencies") String currency) {
        Standing standing = standing(announced);
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (Deal deal : Deals.of(standing).deals()) {
            if (deal.parties() != null) {
                addByHand(deal, currency, expected);
            }
        }
        Map<String, BigDecimal> figures = new TreeMap<>();
        for (Row row : Totals.of(standing, MadeUpRates.into(currency)).rows()) {
            String key = row.from() + " " + row.to() + " " + row.instrument() + " " + row.currency() + " ";
            add(figures, key + "paid", row.paid());
            add(figures, key + "outstanding", row.outstanding());
            add(figures, key + "conditional", row.conditional());
            add(figures, key + "nonBinding", row.nonBinding());
            add(figures, key + "rumoured", row.rumoured());
            add(figures, key + "lapsed", row.lapsed());
            assertThat(row.committed()).isEqualByComparingTo(row.paid().add(row.outstanding()));
        }

        assertThat(figures).isEqualTo(expected);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whatIsInTheCurrencyAlreadyIsNotChanged(@ForAll("announcements") List<Announced> announced) {
        Standing standing =
                standing(announced.stream().map(ConversionLawsTest::inDollars).toList());
        Exchange exchange = MadeUpRates.into("USD");

        assertThat(Deals.of(standing, exchange)).isEqualTo(Deals.of(standing));
        assertThat(Totals.of(standing, exchange)).isEqualTo(Totals.of(standing));
        assertThat(Flows.of(standing, exchange)).isEqualTo(Flows.of(standing));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void withoutRatesEveryFigureIsWhatItWas(@ForAll("announcements") List<Announced> announced) {
        Standing standing = standing(announced);
        Exchange withoutRates = new Exchange("EUR", null);

        assertThat(figures(Totals.of(standing, withoutRates))).isEqualTo(figures(Totals.of(standing)));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theFlowsAreTheRows(@ForAll("announcements") List<Announced> announced) {
        Standing standing = standing(announced);
        Exchange exchange = MadeUpRates.into("EUR");
        Map<String, BigDecimal> flows = new TreeMap<>();
        Flows.of(standing, exchange)
                .edges()
                .forEach(edge -> edge.flows()
                        .forEach(flow ->
                                add(flows, edge.from() + " " + edge.to() + " " + flow.currency(), total(flow))));
        Map<String, BigDecimal> rows = new TreeMap<>();
        Totals.of(standing, exchange)
                .rows()
                .forEach(row -> add(rows, row.from() + " " + row.to() + " " + row.currency(), total(row)));

        assertThat(flows).isEqualTo(rows);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfArrivalDoesNotMatter(@ForAll("announcements") List<Announced> announced, @ForAll Random random) {
        List<Announced> shuffled = new ArrayList<>(announced);
        Collections.shuffle(shuffled, random);

        assertThat(Totals.of(standing(shuffled), MadeUpRates.into("EUR"))
                        .toString()
                        .replaceAll("position=\\d+", ""))
                .isEqualTo(Totals.of(standing(announced), MadeUpRates.into("EUR"))
                        .toString()
                        .replaceAll("position=\\d+", ""));
    }

    @Provide
    Arbitrary<List<Announced>> announcements() {
        return AnyLedger.announcements();
    }

    @Provide
    Arbitrary<String> currencies() {
        return Arbitraries.of("EUR", "USD", "GBP", "JPY", "CHF");
    }

    private static void addByHand(Deal deal, String target, Map<String, BigDecimal> sums) {
        Deal.Given given = deal.ceilingGivenBy();
        String row = deal.from() + " " + deal.to() + " " + deal.instrument() + " ";
        BigDecimal told = BigDecimal.ZERO;
        for (Payment payment : deal.payments()) {
            BigDecimal amount = payment.amount();
            String own = payment.currency();
            if (payment.counted() && amount != null && own != null) {
                addByHand(sums, row, "paid", amount, own, payment.announcedOn(), target);
                told = own.equals(deal.currency()) ? told.add(amount) : told;
            }
        }
        String own = deal.currency();
        if (given != null && own != null) {
            EventDate day = given.announcedOn();
            addByHand(sums, row, "paid", deal.paid().subtract(told), own, day, target);
            addByHand(sums, row, "outstanding", deal.outstanding(), own, day, target);
            addByHand(sums, row, "conditional", deal.conditional(), own, day, target);
            addByHand(sums, row, "nonBinding", deal.nonBinding(), own, day, target);
            addByHand(sums, row, "rumoured", deal.rumoured(), own, day, target);
            addByHand(sums, row, "lapsed", deal.lapsed(), own, day, target);
        }
    }

    private static void addByHand(
            Map<String, BigDecimal> sums,
            String row,
            String field,
            BigDecimal amount,
            String own,
            EventDate on,
            String target) {
        BigDecimal converted = own.equals(target) ? null : byHand(amount, own, on.earliest(), target);
        add(sums, row + (converted == null ? own : target) + " " + field, converted == null ? amount : converted);
    }

    /** Goes back day by day through the text of the file; null where seven days before there is still no rate. */
    private static @Nullable BigDecimal byHand(BigDecimal amount, String own, LocalDate day, String target) {
        for (int back = 0; back <= 7; back++) {
            String date = day.minusDays(back).toString();
            for (String line : MadeUpRates.CSV.lines().toList()) {
                if (line.startsWith(date)) {
                    String from = own.equals("EUR") ? "1" : figure(line, own);
                    String to = target.equals("EUR") ? "1" : figure(line, target);
                    if (!from.equals("N/A") && !to.equals("N/A")) {
                        return amount.multiply(new BigDecimal(to))
                                .divide(new BigDecimal(from), target.equals("JPY") ? 0 : 2, RoundingMode.HALF_EVEN);
                    }
                }
            }
        }
        return null;
    }

    private static String figure(String line, String currency) {
        int column = List.of("USD", "GBP", "JPY").indexOf(currency) + 1;
        return column == 0 ? "N/A" : line.split(",", -1)[column];
    }

    private static void add(Map<String, BigDecimal> sums, String key, BigDecimal amount) {
        if (amount.signum() != 0) {
            sums.merge(key, amount, (one, other) -> one.add(other));
            sums.computeIfPresent(key, (_, sum) -> sum.stripTrailingZeros());
        }
    }

    private static BigDecimal total(Row row) {
        return row.committed().add(row.nonBinding()).add(row.rumoured()).add(row.lapsed());
    }

    private static BigDecimal total(Flow flow) {
        return flow.committed().add(flow.nonBinding()).add(flow.rumoured()).add(flow.lapsed());
    }

    private static Announced inDollars(Announced announced) {
        return new Announced(
                announced.ref(),
                announced.on(),
                announced.tier(),
                announced.rank(),
                announced.leftOut(),
                announced.statements().stream()
                        .map(ConversionLawsTest::inDollars)
                        .toList());
    }

    private static Statement inDollars(Statement statement) {
        return switch (statement) {
            case CommitmentMade s ->
                new CommitmentMade(
                        s.deal(),
                        s.from(),
                        s.to(),
                        s.instrument(),
                        s.stage(),
                        inDollars(s.amount()),
                        s.conditions(),
                        null);
            case CommitmentAmended s ->
                new CommitmentAmended(
                        s.deal(), s.amount() == null ? null : inDollars(s.amount()), s.stage(), s.conditions());
            case TranchePaid s -> new TranchePaid(s.deal(), inDollars(s.amount()), s.tranche());
            case Statement.TotalRestated s ->
                new Statement.TotalRestated(s.from(), s.to(), inDollars(s.amount()), s.covers());
            default -> statement;
        };
    }

    private static Amount inDollars(Amount amount) {
        return new Amount(amount.qualifier(), amount.value(), amount.min(), amount.max(), "USD", null);
    }

    private static Standing standing(List<Announced> announced) {
        return Announced.standingAt("2030-01-01", announced);
    }

    private static List<String> figures(Totals totals) {
        return totals.explainedRows().stream()
                .map(row -> new Row(
                                row.from(),
                                row.to(),
                                row.instrument(),
                                row.currency(),
                                row.committed(),
                                row.paid(),
                                row.outstanding(),
                                row.conditional(),
                                row.nonBinding(),
                                row.rumoured(),
                                row.lapsed(),
                                row.deals(),
                                row.undisclosedDeals(),
                                row.openEnded(),
                                row.mayBeMore(),
                                row.self(),
                                row.dealSlugs(),
                                List.of(),
                                List.of())
                        .toString())
                .toList();
    }

    private static List<String> slugs(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.dealSlugs().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static int sum(Function<Row, Integer> count, List<Row> rows) {
        return rows.stream().map(count).reduce(0, Integer::sum);
    }
}
