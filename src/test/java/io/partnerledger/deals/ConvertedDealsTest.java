package io.partnerledger.deals;

import static io.partnerledger.announcement.Outcome.COMPLETED;
import static io.partnerledger.announcement.Outcome.LAPSED;
import static io.partnerledger.announcement.Stage.NON_BINDING;
import static io.partnerledger.deals.OneDeal.counted;
import static io.partnerledger.deals.OneDeal.notCounted;
import static io.partnerledger.deals.OneDeal.split;
import static io.partnerledger.standing.Announced.announced;
import static io.partnerledger.standing.Statements.amended;
import static io.partnerledger.standing.Statements.amount;
import static io.partnerledger.standing.Statements.binding;
import static io.partnerledger.standing.Statements.ended;
import static io.partnerledger.standing.Statements.eur;
import static io.partnerledger.standing.Statements.on;
import static io.partnerledger.standing.Statements.paid;
import static io.partnerledger.standing.Statements.rumoured;
import static io.partnerledger.standing.Statements.undisclosed;
import static io.partnerledger.standing.Statements.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.partnerledger.announcement.Qualifier;
import io.partnerledger.rates.Conversion;
import io.partnerledger.rates.MadeUpRates;
import io.partnerledger.standing.Announced;
import io.partnerledger.standing.Reason;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each part of a deal at the rate of its own day. A dollar is 0.80 euro on the 5th, 0.625 on the 20th, unknown on the 18th. */
class ConvertedDealsTest {

    private static Deal inEuro(Announced... announced) {
        List<Deal> deals =
                Deals.of(Announced.standing(announced), MadeUpRates.into("EUR")).deals();
        assertThat(deals).hasSize(1);
        return deals.getFirst();
    }

    @Test
    void theRestIsConvertedOnTheDayOfTheCeilingAndEachPaymentOnItsOwn() {
        Deal deal = inEuro(
                announced("a", "2026-01-05", on("milestones", binding(usd("100")))),
                announced("b", "2026-01-20", paid(usd("40"))));

        assertThat(deal.currency()).isEqualTo("EUR");
        assertThat(deal.ceiling()).isEqualByComparingTo("80");
        assertThat(split(deal)).isEqualTo("25 48 0 0 0");
        assertThat(deal.conditional()).isEqualByComparingTo("48");
        assertThat(deal.payments()).singleElement().satisfies(payment -> {
            assertThat(payment.amount()).isEqualByComparingTo("25");
            assertThat(payment.currency()).isEqualTo("EUR");
        });
        assertThat(counted(deal)).containsExactly("a committed 80", "b paid 25");
    }

    @Test
    void everyConvertedAmountSaysWhatItWasConvertedFromAndHow() {
        Deal deal = inEuro(
                announced("a", "2026-01-05", binding(usd("100"))), announced("b", "2026-01-22", paid(usd("40"))));

        assertThat(said(deal.conversion())).isEqualTo("100 USD 2026-01-05 0.8 2026-01-05");
        assertThat(said(deal.payments().getFirst().conversion())).isEqualTo("40 USD 2026-01-22 0.625 2026-01-20");
        assertThat(deal.counted())
                .extracting(line -> said(line.conversion()))
                .containsExactly("100 USD 2026-01-05 0.8 2026-01-05", "40 USD 2026-01-22 0.625 2026-01-20");
    }

    @Test
    void aVagueDateIsItsEarliestDay() {
        assertThat(inEuro(announced("a", "2026-01-05/..", binding(usd("100")))).ceiling())
                .isEqualByComparingTo("80");
        assertThat(inEuro(announced("a", "2026-01", binding(usd("100")))).currency())
                .isEqualTo("USD");
    }

    @Test
    void anAmendmentGivesTheAmountItsDay() {
        Deal deal = inEuro(
                announced("a", "2026-01-05", binding(usd("100"))),
                announced("b", "2026-01-20", amended(usd("200"))),
                announced("c", "2026-01-21", amended(null, NON_BINDING, null)));

        assertThat(deal.ceiling()).isEqualByComparingTo("125");
        assertThat(split(deal)).isEqualTo("0 0 125 0 0");
        assertThat(notCounted(deal)).containsExactly("a SUPERSEDED 80");
    }

    @Test
    void whatACompletionRaisesIsAPartOfTheCeiling() {
        Deal deal = inEuro(
                announced("a", "2026-01-05", binding(usd("100"))),
                announced("b", "2026-01-20", paid(usd("40"))),
                announced("c", "2026-01-21", ended(COMPLETED)));

        assertThat(split(deal)).isEqualTo("73 0 0 0 0");
        assertThat(counted(deal)).containsExactly("a committed 80", "b paid 25", "c paid 48");
        assertThat(said(deal.counted().getLast().conversion())).isEqualTo("60 USD 2026-01-05 0.8 2026-01-05");
    }

    @Test
    void whatLapsedAndWhatIsRumouredArePartsOfTheCeiling() {
        assertThat(split(inEuro(
                        announced("a", "2026-01-05", binding(usd("100"))),
                        announced("b", "2026-01-20", paid(usd("40")), ended(LAPSED)))))
                .isEqualTo("25 0 0 0 48");
        assertThat(split(inEuro(announced("a", "2026-01-05", rumoured(usd("100"))))))
                .isEqualTo("0 0 0 80 0");
    }

    @Test
    void whoPaidAndHowOftenIsToldBeforeAnythingIsConverted() {
        Deal deal = inEuro(
                announced("a", "2026-01-02", binding(usd("100")), paid(usd("40"))),
                announced("b", "2026-01-05", paid(usd("40"))));

        assertThat(deal.payments())
                .extracting(
                        payment -> Objects.requireNonNull(payment.amount()).intValueExact(),
                        Payment::counted,
                        Payment::reason)
                .containsExactly(tuple(20, true, null), tuple(32, false, Reason.DUPLICATE));
        assertThat(split(deal)).isEqualTo("20 30 0 0 0");
        assertThat(deal.conflicts()).isEmpty();
    }

    @Test
    void aDealOfManyRatesIsNotOverpaidForTheRatesAlone() {
        Deal deal = inEuro(
                announced("a", "2026-01-20", binding(usd("100"))), announced("b", "2026-01-05", paid(usd("100"))));

        assertThat(deal.ceiling()).isEqualByComparingTo("62.5");
        assertThat(split(deal)).isEqualTo("80 0 0 0 0");
        assertThat(deal.conflicts()).isEmpty();
    }

    @Test
    void aPaymentWithoutARateStaysInItsCurrencyAmongThePayments() {
        Deal deal = inEuro(
                announced("a", "2026-01-05", binding(usd("100"))), announced("b", "2026-01-18", paid(usd("40"))));

        assertThat(deal.currency()).isEqualTo("EUR");
        assertThat(split(deal)).isEqualTo("0 48 0 0 0");
        assertThat(deal.payments()).singleElement().satisfies(payment -> {
            assertThat(payment.amount()).isEqualByComparingTo("40");
            assertThat(payment.currency()).isEqualTo("USD");
            assertThat(payment.counted()).isTrue();
            assertThat(said(payment.conversion())).isEqualTo("40 USD 2026-01-18 null null");
        });
        assertThat(counted(deal)).containsExactly("a committed 80", "b paid 40");
    }

    @Test
    void aCeilingWithoutARateStaysInItsCurrencyWithItsRest() {
        Deal deal = inEuro(
                announced("a", "2026-01-18", binding(usd("100"))), announced("b", "2026-01-20", paid(usd("40"))));

        assertThat(deal.currency()).isEqualTo("USD");
        assertThat(deal.ceiling()).isEqualByComparingTo("100");
        assertThat(split(deal)).isEqualTo("0 60 0 0 0");
        assertThat(deal.payments()).singleElement().satisfies(payment -> {
            assertThat(payment.amount()).isEqualByComparingTo("25");
            assertThat(payment.currency()).isEqualTo("EUR");
        });
    }

    @Test
    void aPaymentInAnotherCurrencyJoinsWhatIsPaidAndStaysAConflict() {
        Deal deal = inEuro(
                announced("a", "2026-01-05", binding(usd("100"))),
                announced("b", "2026-01-20", paid(amount(Qualifier.EXACT, "10", "GBP")), paid(eur("7"))));

        assertThat(split(deal)).isEqualTo("27 80 0 0 0");
        assertThat(deal.conflicts()).extracting(DealConflict::type).containsExactly(DealConflict.Type.OTHER_CURRENCY);
        assertThat(deal.payments().getLast().conversion()).isNull();
    }

    @Test
    void anUndisclosedAmountGoesWhereAnAmountOfItsDayWould() {
        assertThat(inEuro(announced("a", "2026-01-05", binding(undisclosed("USD")))))
                .extracting(Deal::currency, Deal::ceiling, Deal::qualifier)
                .containsExactly("EUR", null, Qualifier.UNDISCLOSED);
        assertThat(inEuro(announced("a", "2026-01-18", binding(undisclosed("USD"))))
                        .currency())
                .isEqualTo("USD");
        assertThat(inEuro(announced("a", "2026-01-05", binding(undisclosed(null))))
                        .currency())
                .isEqualTo("XXX");
    }

    @Test
    void paymentsOfADealWithoutPartiesAreConvertedToo() {
        Deal deal =
                inEuro(announced("a", "2026-01-05", paid(usd("40"))), announced("b", "2026-01-20", paid(usd("80"))));

        assertThat(deal.currency()).isEqualTo("EUR");
        assertThat(split(deal)).isEqualTo("82 0 0 0 0");
    }

    private static String said(@Nullable Conversion given) {
        Conversion conversion = Objects.requireNonNull(given);
        return conversion.amount().toPlainString() + " " + conversion.currency() + " " + conversion.day() + " "
                + conversion.rate() + " " + conversion.rateDate();
    }
}
