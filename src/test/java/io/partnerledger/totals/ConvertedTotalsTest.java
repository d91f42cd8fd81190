package io.partnerledger.totals;

import static io.partnerledger.standing.Announced.announced;
import static io.partnerledger.standing.Announced.standing;
import static io.partnerledger.standing.Statements.amount;
import static io.partnerledger.standing.Statements.binding;
import static io.partnerledger.standing.Statements.called;
import static io.partnerledger.standing.Statements.eur;
import static io.partnerledger.standing.Statements.paid;
import static io.partnerledger.standing.Statements.restated;
import static io.partnerledger.standing.Statements.undisclosed;
import static io.partnerledger.standing.Statements.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.Qualifier;
import io.partnerledger.flows.Cycle;
import io.partnerledger.flows.Flows;
import io.partnerledger.rates.MadeUpRates;
import io.partnerledger.standing.Announced;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Statements;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of several currencies become one, and what has no rate keeps its own. */
class ConvertedTotalsTest {

    private static Totals inEuro(Announced... announced) {
        return Totals.of(standing(announced), MadeUpRates.into("EUR"));
    }

    /** Rows as {@code currency committed paid deals undisclosedDeals}. */
    private static List<String> rows(Totals totals) {
        return totals.rows().stream()
                .map(row -> row.currency() + " " + Lines.plain(row.committed()) + " " + Lines.plain(row.paid()) + " "
                        + row.deals() + " " + row.undisclosedDeals() + (row.openEnded() ? " +" : ""))
                .toList();
    }

    @Test
    void rowsOfSeveralCurrenciesBecomeOne() {
        assertThat(rows(inEuro(
                        announced("a", "2026-01-05", binding(usd("100"))),
                        announced("b", "2026-01-20", called("b", binding(eur("7")))),
                        announced("c", "2026-01-20", called("c", binding(amount(Qualifier.AT_LEAST, "10", "GBP")))),
                        announced("d", "2026-01-20", called("d", binding(undisclosed("USD")))))))
                .containsExactly("EUR 107 0 4 1 +");
    }

    @Test
    void whatHasNoRateKeepsARowOfItsOwn() {
        assertThat(rows(inEuro(
                        announced("a", "2026-01-05", binding(usd("100"))),
                        announced("b", "2026-01-18", called("b", binding(usd("7")))),
                        announced("c", "2026-01-05", called("c", binding(amount(Qualifier.EXACT, "9", "CHF")))),
                        announced("d", "2026-01-05", called("d", binding(undisclosed(null)))))))
                .containsExactly("CHF 9 0 1 0", "EUR 80 0 1 0", "USD 7 0 1 0", "XXX 0 0 1 1");
    }

    @Test
    void aPartWithoutARateLeavesTheDealCountedOnceWhereItsCeilingIs() {
        assertThat(rows(inEuro(
                        announced("a", "2026-01-05", binding(usd("100"))),
                        announced("b", "2026-01-18", paid(usd("40"))))))
                .containsExactly("EUR 48 0 1 0", "USD 40 40 0 0");
        assertThat(rows(inEuro(
                        announced("a", "2026-01-18", binding(usd("100"))),
                        announced("b", "2026-01-20", paid(usd("40"))))))
                .containsExactly("EUR 25 25 0 0", "USD 60 0 1 0");
    }

    @Test
    void whatIsNotCountedIsLaidInTheRowWhereItsDealIs() {
        Totals totals = inEuro(
                announced("a", "2026-01-05", binding(usd("100"))),
                announced("b", "2026-01-05", binding(usd("5"))).leftOut(Reason.RETRACTED),
                announced("c", "2026-01-20", restated("amazon", "anthropic", usd("16"), Statements.D)),
                announced("d", "2026-01-18", paid(usd("3"))).leftOut(Reason.DEPRECATED));

        assertThat(totals.rows())
                .singleElement()
                .satisfies(row ->
                        assertThat(Lines.of(row.notCounted())).containsExactly("b RETRACTED 4", "c RESTATED_TOTAL 10"));
        assertThat(totals.emptied()).singleElement().satisfies(row -> {
            assertThat(row.currency()).isEqualTo("USD");
            assertThat(Lines.of(row.notCounted())).containsExactly("d DEPRECATED 3");
        });
    }

    @Test
    void aCircleOfTwoCurrenciesHasASize() {
        Announced there = announced("a", "2026-01-05", binding(usd("100")));
        Announced back = announced(
                "b",
                "2026-01-20",
                called(
                        "b",
                        Statements.between(
                                "anthropic", "amazon", binding(eur("60")).instrument(), binding(eur("60")))));

        assertThat(Flows.of(standing(there, back)).cycles().found())
                .singleElement()
                .satisfies(cycle -> assertThat(cycle.sizes()).isEmpty());
        assertThat(Flows.of(standing(there, back), MadeUpRates.into("EUR"))
                        .cycles()
                        .found())
                .singleElement()
                .satisfies(cycle -> assertThat(cycle.sizes()).singleElement().satisfies(size -> {
                    assertThat(size).extracting(Cycle.Size::currency).isEqualTo("EUR");
                    assertThat(size.amount()).isEqualByComparingTo("60");
                }));
    }
}
