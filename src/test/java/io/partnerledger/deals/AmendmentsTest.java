package io.partnerledger.deals;

import static io.partnerledger.announcement.SourceTier.AGGREGATOR;
import static io.partnerledger.announcement.SourceTier.COMPANY_STATEMENT;
import static io.partnerledger.announcement.SourceTier.NAMED_REPORTING;
import static io.partnerledger.announcement.SourceTier.REGULATORY_FILING;
import static io.partnerledger.announcement.SourceTier.SOCIAL;
import static io.partnerledger.announcement.Stage.BINDING;
import static io.partnerledger.announcement.Stage.NON_BINDING;
import static io.partnerledger.announcement.Stage.RUMOURED;
import static io.partnerledger.deals.OneDeal.counted;
import static io.partnerledger.deals.OneDeal.deal;
import static io.partnerledger.deals.OneDeal.notCounted;
import static io.partnerledger.standing.Announced.announced;
import static io.partnerledger.standing.Statements.amended;
import static io.partnerledger.standing.Statements.binding;
import static io.partnerledger.standing.Statements.eur;
import static io.partnerledger.standing.Statements.made;
import static io.partnerledger.standing.Statements.on;
import static io.partnerledger.standing.Statements.paid;
import static io.partnerledger.standing.Statements.rumoured;
import static io.partnerledger.standing.Statements.undisclosed;
import static io.partnerledger.standing.Statements.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.standing.Announced;
import org.junit.jupiter.api.Test;

/** What an amendment changes. */
class AmendmentsTest {

    private static final Announced MADE = announced("made", "2026-05-01", on("milestones", binding(usd("4"))));

    @Test
    void anAmendmentReplacesWhatItStatesAndLeavesTheRest() {
        Deal deal = deal(MADE, announced("raise", "2026-06-01", SOCIAL, amended(usd("6"))));

        assertThat(deal.ceiling()).isEqualByComparingTo("6");
        assertThat(deal.stage()).isEqualTo(BINDING);
        assertThat(deal.conditions()).isEqualTo("milestones");
        assertThat(deal.ceilingGivenBy()).extracting(Deal.Given::announcement).isEqualTo("raise");
        assertThat(counted(deal)).containsExactly("made deals", "raise committed 6");
        assertThat(notCounted(deal)).containsExactly("made SUPERSEDED 4");
    }

    @Test
    void anAmendmentOfStageOrConditionsLeavesTheCeilingAlone() {
        Deal deal = deal(
                MADE,
                announced("stage", "2026-06-01", amended(null, NON_BINDING, null)),
                announced("terms", "2026-06-02", amended(null, null, "90 days' notice")));

        assertThat(deal.nonBinding()).isEqualByComparingTo("4");
        assertThat(deal.conditions()).isEqualTo("90 days' notice");
        assertThat(counted(deal)).containsExactly("made nonBinding 4", "stage stage", "terms conditions");
        assertThat(notCounted(deal)).isEmpty();
    }

    @Test
    void blankConditionsMakeNothingConditional() {
        Deal deal = deal(MADE, announced("terms", "2026-06-02", amended(null, null, " ")));

        assertThat(deal.conditional()).isZero();
    }

    @Test
    void theNewestAmendmentHasTheLastWordWhateverItsTier() {
        Deal deal = deal(
                announced("second", "2026-07-01", SOCIAL, amended(usd("7"))),
                announced("first", "2026-06-01", COMPANY_STATEMENT, amended(usd("6"))),
                MADE);

        assertThat(deal.ceiling()).isEqualByComparingTo("7");
        assertThat(notCounted(deal)).containsExactly("made SUPERSEDED 4", "first SUPERSEDED 6");
    }

    @Test
    void anAmendmentKnownBeforeItsCommitmentApplies() {
        Deal deal = deal(announced("raise", "2026-04", amended(usd("6"))), MADE);

        assertThat(deal.ceiling()).isEqualByComparingTo("6");
    }

    @Test
    void aNewerCommitmentOfABetterTierSupersedesTheWholeAmendment() {
        Deal deal = deal(
                announced("raise", "2026-05-20", NAMED_REPORTING, amended(usd("6"), NON_BINDING, "none")),
                announced("filing", "2026-06-01", COMPANY_STATEMENT, binding(usd("5"))));

        assertThat(deal.ceiling()).isEqualByComparingTo("5");
        assertThat(deal.stage()).isEqualTo(BINDING);
        assertThat(deal.conditions()).isNull();
        assertThat(notCounted(deal)).containsExactly("raise SUPERSEDED 6");
    }

    @Test
    void aNewerCommitmentOfTheSameTierSupersedesNothing() {
        Deal deal = deal(
                announced("raise", "2026-05-20", AGGREGATOR, amended(usd("6"))),
                announced("later", "2026-06-01", AGGREGATOR, binding(usd("5"))));

        assertThat(deal.ceiling()).isEqualByComparingTo("6");
    }

    @Test
    void anOlderCommitmentOfABetterTierSupersedesNothing() {
        Deal deal = deal(
                announced("filing", "2026-05-01", REGULATORY_FILING, binding(usd("5"))),
                announced("raise", "2026-05-20", SOCIAL, amended(usd("6"))));

        assertThat(deal.ceiling()).isEqualByComparingTo("6");
    }

    @Test
    void aCommitmentThatDisclosesNoAmountSupersedesNothing() {
        Deal deal = deal(
                announced("raise", "2026-05-20", SOCIAL, amended(usd("6"))),
                announced("filing", "2026-06-01", REGULATORY_FILING, binding(undisclosed("USD"))),
                announced("report", "2026-06-02", NAMED_REPORTING, binding(usd("5"))));

        assertThat(deal.ceiling()).isEqualByComparingTo("6");
    }

    @Test
    void onlyTheBelievedCommitmentSupersedes() {
        Deal deal = deal(
                announced("preferred", "2026-05-01", SOCIAL, binding(usd("4"))).preferred(),
                announced("raise", "2026-05-20", NAMED_REPORTING, amended(usd("6"))),
                announced("filing", "2026-06-01", REGULATORY_FILING, binding(usd("5"))));

        assertThat(deal.ceiling()).isEqualByComparingTo("6");
    }

    @Test
    void undisclosedReplacesNoKnownAmountButWhatElseIsStatedHolds() {
        Deal deal = deal(MADE, announced("vague", "2026-06-01", amended(undisclosed("EUR"), NON_BINDING, null)));

        assertThat(deal.nonBinding()).isEqualByComparingTo("4");
        assertThat(deal.currency()).isEqualTo("USD");
        assertThat(counted(deal)).containsExactly("made nonBinding 4", "vague stage");
        assertThat(notCounted(deal)).containsExactly("vague UNDISCLOSED");
    }

    @Test
    void undisclosedNamesTheCurrencyOfAnUnknownAmount() {
        Deal deal = deal(
                announced("made", "2026-05-01", binding(undisclosed(null))),
                announced("currency", "2026-06-01", amended(undisclosed("EUR"))),
                announced("vague", "2026-06-02", amended(undisclosed(null))));

        assertThat(deal.currency()).isEqualTo("EUR");
    }

    @Test
    void anAmendmentDisclosesWhatTheCommitmentDidNot() {
        Deal deal = deal(
                announced("made", "2026-05-01", binding(undisclosed("USD"))),
                announced("s-1", "2026-05-20", amended(usd("45"))));

        assertThat(deal.outstanding()).isEqualByComparingTo("45");
        assertThat(notCounted(deal)).containsExactly("made UNDISCLOSED");
    }

    @Test
    void aRumouredAmendmentChangesNothingOfAFirmDeal() {
        Deal deal = deal(MADE, announced("rumour", "2026-06-01", amended(usd("9"), RUMOURED, "none")));

        assertThat(deal.outstanding()).isEqualByComparingTo("4");
        assertThat(deal.conditions()).isEqualTo("milestones");
        assertThat(notCounted(deal)).containsExactly("rumour RUMOURED 9");
    }

    @Test
    void aRumouredAmendmentChangesARumour() {
        Deal deal = deal(
                announced("talks", "2026-05-01", rumoured(usd("4"))),
                announced("rumour", "2026-06-01", amended(usd("9"), RUMOURED, null)));

        assertThat(deal.rumoured()).isEqualByComparingTo("9");
    }

    @Test
    void onceAnAmendmentMadeARumourFirmRumoursChangeNothing() {
        Deal deal = deal(
                announced("talks", "2026-05-01", rumoured(usd("4"))),
                announced("signed", "2026-06-01", amended(null, BINDING, null)),
                announced("rumour", "2026-07-01", amended(usd("9"), RUMOURED, null)));

        assertThat(deal.outstanding()).isEqualByComparingTo("4");
    }

    @Test
    void anAmendmentInAnotherCurrencyMovesTheCeilingThere() {
        Deal deal = deal(
                announced("made", "2026-05-01", made(BINDING, usd("4"))),
                announced("paid", "2026-05-02", paid(usd("1"))),
                announced("euros", "2026-06-01", amended(eur("3"))));

        assertThat(deal.currency()).isEqualTo("EUR");
        assertThat(deal.outstanding()).isEqualByComparingTo("3");
        assertThat(deal.paid()).isZero();
        assertThat(deal.conflicts()).extracting(DealConflict::type).containsExactly(DealConflict.Type.OTHER_CURRENCY);
    }
}
