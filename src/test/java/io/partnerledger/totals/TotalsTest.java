package io.partnerledger.totals;

import static io.partnerledger.announcement.Instrument.CONVERTIBLE_NOTE;
import static io.partnerledger.announcement.Instrument.EQUITY;
import static io.partnerledger.announcement.Instrument.PURCHASE;
import static io.partnerledger.announcement.Outcome.LAPSED;
import static io.partnerledger.announcement.Stage.NON_BINDING;
import static io.partnerledger.standing.Announced.announced;
import static io.partnerledger.standing.Announced.standing;
import static io.partnerledger.standing.Statements.amount;
import static io.partnerledger.standing.Statements.between;
import static io.partnerledger.standing.Statements.binding;
import static io.partnerledger.standing.Statements.called;
import static io.partnerledger.standing.Statements.ended;
import static io.partnerledger.standing.Statements.eur;
import static io.partnerledger.standing.Statements.made;
import static io.partnerledger.standing.Statements.on;
import static io.partnerledger.standing.Statements.paid;
import static io.partnerledger.standing.Statements.restated;
import static io.partnerledger.standing.Statements.rumoured;
import static io.partnerledger.standing.Statements.undisclosed;
import static io.partnerledger.standing.Statements.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.partnerledger.announcement.Qualifier;
import io.partnerledger.deals.Deals;
import io.partnerledger.standing.Announced;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How deals are summed. */
class TotalsTest {

    @Test
    void everyPartOfEveryDealIsSummedInItsColumn() {
        Row row = row(
                announced("a", "2026-01-01", on("milestones", binding(usd("10"))), paid(usd("3"))),
                announced("b", "2026-01-01", called("b", binding(usd("5")))),
                announced("c", "2026-01-01", called("c", made(NON_BINDING, usd("20")))),
                announced("d", "2026-01-01", called("d", rumoured(usd("40")))));

        assertThat(figures(row)).containsExactly("15", "3", "12", "7", "20", "40", "0");
        assertThat(row.deals()).isEqualTo(4);
        assertThat(row.dealSlugs()).containsExactly("amazon-anthropic", "b", "c", "d");
    }

    @Test
    void whatLapsedIsNotCommitted() {
        Row row = row(announced("a", "2026-01-01", binding(usd("10")), paid(usd("3")), ended(LAPSED)));

        assertThat(figures(row)).containsExactly("3", "3", "0", "0", "0", "0", "7");
        assertThat(row.deals()).isEqualTo(1);
    }

    @Test
    void eachDirectionInstrumentAndCurrencyIsARowOfItsOwnInAFixedOrder() {
        Totals totals = Totals.of(standing(announced(
                "a",
                "2026-01-01",
                called("1", between("anthropic", "amazon", PURCHASE, binding(usd("1")))),
                called("2", between("amazon", "anthropic", EQUITY, binding(usd("1")))),
                called("3", between("amazon", "anthropic", EQUITY, binding(eur("1")))),
                called("4", between("amazon", "anthropic", CONVERTIBLE_NOTE, binding(usd("1")))),
                called("5", between("amazon", "alphabet", PURCHASE, binding(usd("1")))))));

        assertThat(totals.rows())
                .extracting(row -> row.dealSlugs().getFirst())
                .containsExactly("5", "4", "3", "2", "1");
    }

    @Test
    void aPaymentInAnotherCurrencyIsARowThatCountsNoDeal() {
        Totals totals = Totals.of(standing(
                announced("a", "2026-01-01", binding(usd("10")), paid(eur("3"))),
                announced("b", "2026-01-02", paid(eur("3")))));

        Row euros = totals.rows().getFirst();
        assertThat(euros.currency()).isEqualTo("EUR");
        assertThat(figures(euros)).containsExactly("3", "3", "0", "0", "0", "0", "0");
        assertThat(euros.deals()).isZero();
        assertThat(euros.undisclosedDeals()).isZero();
        assertThat(Lines.of(euros.counted())).containsExactly("a paid 3");
        assertThat(Lines.of(euros.notCounted())).containsExactly("b DUPLICATE 3");
        Row dollars = totals.rows().getLast();
        assertThat(figures(dollars)).containsExactly("10", "0", "10", "0", "0", "0", "0");
        assertThat(dollars.deals()).isEqualTo(1);
        assertThat(Lines.of(dollars.counted())).containsExactly("a committed 10");
        assertThat(dollars.notCounted()).isEmpty();
    }

    @Test
    void undisclosedDealsAreCountedOnceAndNeverSummedAsZero() {
        Totals totals = Totals.of(standing(announced(
                "a",
                "2026-01-01",
                called("b", binding(undisclosed("USD"))),
                called("c", rumoured(undisclosed(null))),
                called("d", binding(usd("5"))))));

        assertThat(totals.rows())
                .extracting(Row::currency, Row::deals, Row::undisclosedDeals)
                .containsExactly(tuple("USD", 2, 1), tuple("XXX", 1, 1));
    }

    @Test
    void aPaymentOfADealThatNamesNoCurrencyIsInItsOwnRowAndContradictsNobody() {
        Announced made = announced("a", "2026-01-01", binding(undisclosed(null)), paid(usd("3")));

        assertThat(Totals.of(standing(made)).rows())
                .extracting(Row::currency, Row::deals, row -> Lines.plain(row.paid()))
                .containsExactly(tuple("USD", 0, "3"), tuple("XXX", 1, "0"));
        assertThat(Deals.of(standing(made)).deals().getFirst().conflicts()).isEmpty();
    }

    @Test
    void anUndisclosedPaymentInAnotherCurrencyOpensNoRow() {
        Row row = row(announced("a", "2026-01-01", binding(usd("10")), paid(undisclosed("EUR"))));

        assertThat(Lines.of(row.notCounted())).containsExactly("a UNDISCLOSED");
    }

    @Test
    void endedAndRumouredDealsAreCounted() {
        Row row = row(
                announced("a", "2026-01-01", rumoured(usd("10")), ended(LAPSED)),
                announced("b", "2026-01-01", called("b", binding(undisclosed("USD")))));

        assertThat(row.deals()).isEqualTo(2);
        assertThat(row.undisclosedDeals()).isEqualTo(1);
        assertThat(figures(row)).containsExactly("0", "0", "0", "0", "0", "0", "0");
    }

    @Test
    void aLiveDealOfAtLeastAnAmountMakesItsRowOpenEnded() {
        Announced floor = announced("a", "2026-01-01", binding(amount(Qualifier.AT_LEAST, "10", "USD")));
        Announced other = announced("b", "2026-01-01", called("b", binding(usd("5"))));

        assertThat(row(floor, other).openEnded()).isTrue();
        assertThat(row(floor, other, announced("c", "2026-02-01", ended(LAPSED)))
                        .openEnded())
                .isFalse();
    }

    @Test
    void restatedTotalsAddNothing() {
        Row row = row(
                announced("a", "2026-01-01", binding(usd("10"))),
                announced("b", "2026-02-01", restated("amazon", "anthropic", usd("33"), "amazon-anthropic")));

        assertThat(row.committed()).isEqualByComparingTo("10");
    }

    @Test
    void aDealWithoutPartiesIsInNoRow() {
        Totals totals = Totals.of(standing(announced("a", "2026-01-01", paid(usd("10")))));

        assertThat(totals.rows()).isEmpty();
        assertThat(totals.emptied()).isEmpty();
        assertThat(Lines.of(totals.notCounted())).containsExactly("a NO_PARTIES 10");
    }

    @Test
    void moneyOfASurvivorWithItselfStaysAndIsFlagged() {
        Row row = row(announced("a", "2026-01-01", between("spacex", "spacex", EQUITY, binding(usd("10")))));

        assertThat(row.self()).isTrue();
        assertThat(row.committed()).isEqualByComparingTo("10");
    }

    @Test
    void aSubjectMatchesEitherSide() {
        Totals totals = Totals.of(standing(announced(
                "a",
                "2026-01-01",
                called("1", between("anthropic", "amazon", PURCHASE, binding(usd("1")))),
                called("2", between("amazon", "anthropic", EQUITY, binding(usd("1")))),
                called("3", between("microsoft", "openai", EQUITY, binding(usd("1")))))));

        assertThat(totals.matching("anthropic").rows())
                .flatExtracting(Row::dealSlugs)
                .containsExactly("2", "1");
        assertThat(totals.matching("openai").rows())
                .flatExtracting(Row::dealSlugs)
                .containsExactly("3");
    }

    private static Row row(Announced... announced) {
        List<Row> rows = Totals.of(standing(announced)).rows();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    /** Committed, paid, outstanding, conditional, nonBinding, rumoured, lapsed. */
    private static List<String> figures(Row row) {
        return List.of(
                Lines.plain(row.committed()),
                Lines.plain(row.paid()),
                Lines.plain(row.outstanding()),
                Lines.plain(row.conditional()),
                Lines.plain(row.nonBinding()),
                Lines.plain(row.rumoured()),
                Lines.plain(row.lapsed()));
    }
}
