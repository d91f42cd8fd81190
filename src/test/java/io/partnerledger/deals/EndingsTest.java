package io.partnerledger.deals;

import static io.partnerledger.announcement.Outcome.COMPLETED;
import static io.partnerledger.announcement.Outcome.CONVERTED;
import static io.partnerledger.announcement.Outcome.LAPSED;
import static io.partnerledger.announcement.Outcome.TERMINATED;
import static io.partnerledger.announcement.SourceTier.REGULATORY_FILING;
import static io.partnerledger.announcement.SourceTier.SOCIAL;
import static io.partnerledger.announcement.Stage.BINDING;
import static io.partnerledger.announcement.Stage.NON_BINDING;
import static io.partnerledger.deals.OneDeal.counted;
import static io.partnerledger.deals.OneDeal.deal;
import static io.partnerledger.deals.OneDeal.notCounted;
import static io.partnerledger.deals.OneDeal.split;
import static io.partnerledger.standing.Announced.announced;
import static io.partnerledger.standing.Statements.amended;
import static io.partnerledger.standing.Statements.amount;
import static io.partnerledger.standing.Statements.binding;
import static io.partnerledger.standing.Statements.ended;
import static io.partnerledger.standing.Statements.made;
import static io.partnerledger.standing.Statements.on;
import static io.partnerledger.standing.Statements.paid;
import static io.partnerledger.standing.Statements.rumoured;
import static io.partnerledger.standing.Statements.undisclosed;
import static io.partnerledger.standing.Statements.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.Outcome;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Stage;
import io.partnerledger.standing.Announced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a deal ends, and where the rest of its ceiling goes. */
class EndingsTest {

    private static final Announced PAID = announced("paid", "2026-02-01", paid(usd("3")));

    @ParameterizedTest
    @CsvSource({
        "BINDING, , 3 7 0 0 0",
        "NON_BINDING, , 3 0 7 0 0",
        "RUMOURED, , 3 0 0 7 0",
        "BINDING, COMPLETED, 10 0 0 0 0",
        "NON_BINDING, CONVERTED, 10 0 0 0 0",
        "RUMOURED, COMPLETED, 10 0 0 0 0",
        "BINDING, LAPSED, 3 0 0 0 7",
        "NON_BINDING, TERMINATED, 3 0 0 0 7",
        "RUMOURED, LAPSED, 3 0 0 0 0",
        "RUMOURED, TERMINATED, 3 0 0 0 0",
    })
    void theUnpaidRestGoesToExactlyOnePlace(Stage stage, Outcome outcome, String split) {
        Announced made = announced("made", "2026-01-01", made(stage, usd("10")));
        Deal deal =
                outcome == null ? deal(made, PAID) : deal(made, PAID, announced("end", "2026-03-01", ended(outcome)));

        assertThat(split(deal)).isEqualTo(split);
        assertThat(deal.ended()).isEqualTo(outcome);
    }

    @Test
    void anEndedRumourIsNowhereAndSaysSo() {
        Deal deal = deal(
                announced("made", "2026-01-01", rumoured(usd("10"))), announced("end", "2026-03-01", ended(LAPSED)));

        assertThat(split(deal)).isEqualTo("0 0 0 0 0");
        assertThat(notCounted(deal)).containsExactly("made ENDED 10");
        assertThat(counted(deal)).containsExactly("made deals", "end ended");
    }

    @Test
    void completionRaisesWhatIsPaidAndSaysByHowMuch() {
        Deal deal = deal(
                announced("made", "2026-01-01", binding(usd("10"))),
                PAID,
                announced("end", "2026-03-01", ended(COMPLETED)));

        assertThat(counted(deal)).containsExactly("made committed 10", "paid paid 3", "end paid 7");
    }

    @Test
    void completionWithoutACeilingRaisesNothing() {
        Deal deal = deal(
                announced("made", "2026-01-01", binding(undisclosed("USD"))),
                PAID,
                announced("end", "2026-03-01", ended(CONVERTED)));

        assertThat(split(deal)).isEqualTo("3 0 0 0 0");
        assertThat(deal.ended()).isEqualTo(CONVERTED);
    }

    @Test
    void completionLowersNothingThatIsOverpaid() {
        Deal deal = deal(
                announced("made", "2026-01-01", binding(usd("2"))),
                PAID,
                announced("end", "2026-03-01", ended(COMPLETED)));

        assertThat(split(deal)).isEqualTo("3 0 0 0 0");
    }

    @Test
    void theNewestEndingTellsTheOutcomeWhateverItsTier() {
        Deal deal = deal(
                announced("newer", "2026-04-01", SOCIAL, ended(TERMINATED)),
                announced("made", "2026-01-01", binding(usd("10"))),
                announced("older", "2026-03-01", REGULATORY_FILING, ended(COMPLETED)));

        assertThat(deal.ended()).isEqualTo(TERMINATED);
        assertThat(split(deal)).isEqualTo("0 0 0 0 10");
        assertThat(notCounted(deal)).containsExactly("older SUPERSEDED");
        assertThat(deal.conflicts()).extracting(DealConflict::type).containsExactly(DealConflict.Type.SEVERAL_OUTCOMES);
    }

    @Test
    void whatIsNewerThanTheEndingCountsForAmountsAndNeverForTheOutcome() {
        Deal deal = deal(
                announced("end", "2026-03-01", ended(LAPSED)),
                announced("made", "2026-04-01", binding(usd("10"))),
                announced("raise", "2026-05-01", amended(usd("12"), BINDING, null)),
                announced("paid", "2026-06-01", paid(usd("5"))));

        assertThat(deal.ended()).isEqualTo(LAPSED);
        assertThat(split(deal)).isEqualTo("5 0 0 0 7");
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void anEndedDealIsNotOpenEnded(Outcome outcome) {
        Announced made = announced("made", "2026-01-01", binding(amount(Qualifier.AT_LEAST, "10", "USD")));

        assertThat(deal(made).openEnded()).isTrue();
        assertThat(deal(made, announced("end", "2026-03-01", ended(outcome))).openEnded())
                .isFalse();
    }

    @Test
    void onlyWhatIsOutstandingIsConditional() {
        Announced made = announced("made", "2026-01-01", on("milestones", binding(usd("10"))));
        Announced plan = announced("made", "2026-01-01", on("milestones", made(NON_BINDING, usd("10"))));

        assertThat(deal(made, PAID).conditional()).isEqualByComparingTo("7");
        assertThat(deal(plan, PAID).conditional()).isZero();
        assertThat(deal(made, announced("end", "2026-03-01", ended(LAPSED))).conditional())
                .isZero();
    }
}
