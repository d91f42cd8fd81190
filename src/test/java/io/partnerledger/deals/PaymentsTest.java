package io.partnerledger.deals;

import static io.partnerledger.deals.OneDeal.counted;
import static io.partnerledger.deals.OneDeal.deal;
import static io.partnerledger.deals.OneDeal.notCounted;
import static io.partnerledger.deals.OneDeal.split;
import static io.partnerledger.standing.Announced.announced;
import static io.partnerledger.standing.Statements.amount;
import static io.partnerledger.standing.Statements.binding;
import static io.partnerledger.standing.Statements.eur;
import static io.partnerledger.standing.Statements.paid;
import static io.partnerledger.standing.Statements.range;
import static io.partnerledger.standing.Statements.undisclosed;
import static io.partnerledger.standing.Statements.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.Qualifier;
import io.partnerledger.standing.Announced;
import io.partnerledger.standing.Reason;
import org.junit.jupiter.api.Test;

/** Which payments are one told twice, and what is paid. */
class PaymentsTest {

    private static final Announced MADE = announced("made", "2026-01-01", binding(usd("10")));

    @Test
    void paymentsAddUpAndLeaveTheRestOutstanding() {
        Deal deal = deal(
                MADE, announced("a", "2026-02-01", paid(usd("1.5"))), announced("b", "2026-03-01", paid(usd("2.5"))));

        assertThat(split(deal)).isEqualTo("4 6 0 0 0");
        assertThat(counted(deal)).containsExactly("made committed 10", "a paid 1.5", "b paid 2.5");
    }

    @Test
    void thePaymentOfARangeIsItsUpperEnd() {
        assertThat(deal(MADE, announced("a", "2026-02-01", paid(range("1", "3"))))
                        .paid())
                .isEqualByComparingTo("3");
    }

    @Test
    void theSameAmountWithinSevenDaysFromAnotherAnnouncementIsTheSamePayment() {
        Deal deal =
                deal(MADE, announced("a", "2026-02-01", paid(usd("2"))), announced("b", "2026-02-08", paid(usd("2"))));

        assertThat(deal.paid()).isEqualByComparingTo("2");
        assertThat(deal.payments()).extracting(Payment::counted).containsExactly(true, false);
        assertThat(deal.payments()).extracting(Payment::reason).containsExactly(null, Reason.DUPLICATE);
        assertThat(notCounted(deal)).containsExactly("b DUPLICATE 2");
    }

    @Test
    void onTheEighthDayItIsAnotherPayment() {
        Deal deal =
                deal(MADE, announced("a", "2026-02-01", paid(usd("2"))), announced("b", "2026-02-09", paid(usd("2"))));

        assertThat(deal.paid()).isEqualByComparingTo("4");
    }

    @Test
    void theWeekRunsFromTheFirstTellingHoweverOftenItIsRetold() {
        Deal deal = deal(
                MADE,
                announced("a", "2026-02-01", paid(usd("2"))),
                announced("b", "2026-02-06", paid(usd("2"))),
                announced("c", "2026-02-10", paid(usd("2"))));

        assertThat(deal.paid()).isEqualByComparingTo("4");
        assertThat(notCounted(deal)).containsExactly("b DUPLICATE 2");
    }

    @Test
    void theFirstTellingIsTheOldestInWhateverOrderTheyArrive() {
        Deal deal = deal(
                announced("c", "2026-02-10", paid(usd("2"))),
                announced("b", "2026-02-06", paid(usd("2"))),
                announced("a", "2026-02-01", paid(usd("2"))),
                MADE);

        assertThat(notCounted(deal)).containsExactly("b DUPLICATE 2");
    }

    @Test
    void oneAnnouncementMayTellTwoEqualPayments() {
        Deal deal = deal(
                MADE,
                announced("a", "2026-02-01", paid(usd("2")), paid(usd("2"))),
                announced("b", "2026-02-02", paid(usd("2"))));

        assertThat(deal.paid()).isEqualByComparingTo("4");
        assertThat(notCounted(deal)).containsExactly("b DUPLICATE 2");
    }

    @Test
    void aPaymentIsComparedWithEveryFirstTellingFromAnotherAnnouncement() {
        Deal deal = deal(
                MADE,
                announced("a", "2026-02-01", paid(usd("2"), "first")),
                announced("b", "2026-02-02", paid(usd("2"), "second"), paid(usd("2"))));

        assertThat(deal.payments()).extracting(Payment::counted).containsExactly(true, true, false);
    }

    @Test
    void differentLabelsTellTwoPaymentsApart() {
        Deal deal = deal(
                MADE,
                announced("a", "2026-02-01", paid(usd("2"), "first")),
                announced("b", "2026-02-02", paid(usd("2"), "second")),
                announced("c", "2026-02-03", paid(usd("2"), "first")));

        assertThat(deal.paid()).isEqualByComparingTo("4");
        assertThat(notCounted(deal)).containsExactly("c DUPLICATE 2");
    }

    @Test
    void aMissingLabelIsNoDifferentLabel() {
        Deal unlabelledFirst = deal(
                MADE,
                announced("a", "2026-02-01", paid(usd("2"))),
                announced("b", "2026-02-02", paid(usd("2"), "first")));
        Deal labelledFirst = deal(
                MADE,
                announced("a", "2026-02-01", paid(usd("2"), "first")),
                announced("b", "2026-02-02", paid(usd("2"))));

        assertThat(unlabelledFirst.paid()).isEqualByComparingTo("2");
        assertThat(labelledFirst.paid()).isEqualByComparingTo("2");
    }

    @Test
    void equalIsNumericallyEqualWhateverTheQualifier() {
        Deal deal = deal(
                MADE,
                announced("a", "2026-02-01", paid(usd("2"))),
                announced("b", "2026-02-02", paid(amount(Qualifier.APPROXIMATELY, "2.00", "USD"))),
                announced("c", "2026-02-03", paid(range("1", "2"))));

        assertThat(deal.paid()).isEqualByComparingTo("2");
    }

    @Test
    void theSameNumberInAnotherCurrencyIsAnotherPayment() {
        Deal deal =
                deal(MADE, announced("a", "2026-02-01", paid(usd("2"))), announced("b", "2026-02-02", paid(eur("2"))));

        assertThat(deal.payments()).extracting(Payment::counted).containsExactly(true, true);
    }

    @Test
    void aPaymentInAnotherCurrencyDoesNotPayTheCeilingAndIsAConflict() {
        Deal deal = deal(MADE, announced("a", "2026-02-01", paid(eur("2"))));

        assertThat(split(deal)).isEqualTo("0 10 0 0 0");
        assertThat(deal.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.type()).isEqualTo(DealConflict.Type.OTHER_CURRENCY);
            assertThat(conflict.values()).containsExactly("2 EUR");
        });
    }

    @Test
    void paymentsCountWithoutACeiling() {
        Deal deal = deal(
                announced("made", "2026-01-01", binding(undisclosed("USD"))),
                announced("a", "2026-02-01", paid(usd("2"))));

        assertThat(split(deal)).isEqualTo("2 0 0 0 0");
        assertThat(deal.ceiling()).isNull();
    }

    @Test
    void anUndisclosedPaymentIsShownAndNotSummed() {
        Deal deal = deal(MADE, announced("a", "2026-02-01", paid(undisclosed("USD"))));

        assertThat(deal.paid()).isZero();
        assertThat(deal.payments()).singleElement().extracting(Payment::counted).isEqualTo(false);
        assertThat(notCounted(deal)).containsExactly("a UNDISCLOSED");
    }

    @Test
    void morePaidThanTheCeilingIsAConflictAndTheRestIsZero() {
        Deal deal =
                deal(MADE, announced("a", "2026-02-01", paid(usd("7"))), announced("b", "2026-03-01", paid(usd("8"))));

        assertThat(split(deal)).isEqualTo("15 0 0 0 0");
        assertThat(deal.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.type()).isEqualTo(DealConflict.Type.OVERPAID);
            assertThat(conflict.values()).containsExactly("15 USD", "10 USD");
            assertThat(conflict.sides())
                    .extracting(DealConflict.Side::announcement)
                    .containsExactly("a", "b");
        });
    }
}
