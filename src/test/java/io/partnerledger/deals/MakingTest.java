package io.partnerledger.deals;

import static io.partnerledger.announcement.Instrument.DEBT;
import static io.partnerledger.announcement.Instrument.EQUITY;
import static io.partnerledger.announcement.SourceTier.AGGREGATOR;
import static io.partnerledger.announcement.SourceTier.COMPANY_STATEMENT;
import static io.partnerledger.announcement.SourceTier.NAMED_REPORTING;
import static io.partnerledger.announcement.SourceTier.REGULATORY_FILING;
import static io.partnerledger.announcement.SourceTier.SOCIAL;
import static io.partnerledger.announcement.Stage.BINDING;
import static io.partnerledger.announcement.Stage.NON_BINDING;
import static io.partnerledger.deals.OneDeal.counted;
import static io.partnerledger.deals.OneDeal.deal;
import static io.partnerledger.deals.OneDeal.notCounted;
import static io.partnerledger.standing.Announced.announced;
import static io.partnerledger.standing.Statements.amount;
import static io.partnerledger.standing.Statements.between;
import static io.partnerledger.standing.Statements.binding;
import static io.partnerledger.standing.Statements.eur;
import static io.partnerledger.standing.Statements.made;
import static io.partnerledger.standing.Statements.on;
import static io.partnerledger.standing.Statements.range;
import static io.partnerledger.standing.Statements.rumoured;
import static io.partnerledger.standing.Statements.undisclosed;
import static io.partnerledger.standing.Statements.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.Qualifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which telling of a commitment is believed. */
class MakingTest {

    @Test
    void aLateRewriteByAWeakSourceChangesNothing() {
        Deal deal = deal(
                announced("filing", "2026-01-10", REGULATORY_FILING, binding(usd("4"))),
                announced("rewrite", "2026-05-01", AGGREGATOR, binding(usd("9"))));

        assertThat(deal.ceiling()).isEqualByComparingTo("4");
        assertThat(counted(deal)).containsExactly("filing committed 4");
        assertThat(notCounted(deal)).containsExactly("rewrite SUPERSEDED 9");
    }

    @Test
    void theNewestOfTheBestTierIsBelieved() {
        Deal deal = deal(
                announced("newer", "2026-05-01", NAMED_REPORTING, binding(usd("5"))),
                announced("older", "2026-01-10", NAMED_REPORTING, binding(usd("4"))));

        assertThat(deal.ceiling()).isEqualByComparingTo("5");
    }

    @Test
    void onTheSameDayTheMorePreciseDateIsNewer() {
        Deal deal = deal(
                announced("day", "2026-05-01", binding(usd("5"))), announced("month", "2026-05", binding(usd("4"))));

        assertThat(deal.ceiling()).isEqualByComparingTo("5");
    }

    @Test
    void thePreferredTellingBeatsTierAndAge() {
        Deal deal = deal(
                announced("preferred", "2025-01-10", SOCIAL, binding(usd("3"))).preferred(),
                announced("filing", "2026-01-10", REGULATORY_FILING, binding(usd("4"))));

        assertThat(deal.ceiling()).isEqualByComparingTo("3");
    }

    @Test
    void ofSeveralPreferredTellingsTheBestTierIsBelieved() {
        Deal deal = deal(
                announced("filing", "2026-01-10", REGULATORY_FILING, binding(usd("4")))
                        .preferred(),
                announced("post", "2026-05-10", SOCIAL, binding(usd("3"))).preferred());

        assertThat(deal.ceiling()).isEqualByComparingTo("4");
    }

    @Test
    void aRumourCountsOnlyWhileThereIsNoFirmTelling() {
        Deal alone = deal(announced("rumour", "2026-05-01", COMPANY_STATEMENT, rumoured(usd("9"))));
        Deal beaten = deal(
                announced("rumour", "2026-05-01", COMPANY_STATEMENT, rumoured(usd("9")))
                        .preferred(),
                announced("plan", "2026-01-10", SOCIAL, made(NON_BINDING, usd("4"))));

        assertThat(alone.rumoured()).isEqualByComparingTo("9");
        assertThat(counted(alone)).containsExactly("rumour rumoured 9");
        assertThat(beaten.stage()).isEqualTo(NON_BINDING);
        assertThat(beaten.nonBinding()).isEqualByComparingTo("4");
        assertThat(notCounted(beaten)).containsExactly("rumour RUMOURED 9");
    }

    @Test
    void firmnessDoesNotRankBindingAboveNonBinding() {
        Deal deal = deal(
                announced("plan", "2026-05-01", COMPANY_STATEMENT, made(NON_BINDING, usd("4"))),
                announced("contract", "2026-05-01", AGGREGATOR, binding(usd("4"))));

        assertThat(deal.stage()).isEqualTo(NON_BINDING);
    }

    @Test
    void theBelievedTellingGivesPartiesInstrumentConditionsAndPeriod() {
        Deal deal = deal(
                announced("misread", "2026-06-01", AGGREGATOR, between("anthropic", "amazon", DEBT, binding(usd("9")))),
                announced("right", "2026-05-01", COMPANY_STATEMENT, on("milestones", binding(usd("4")))));

        assertThat(deal.from()).isEqualTo("amazon");
        assertThat(deal.to()).isEqualTo("anthropic");
        assertThat(deal.instrument()).isEqualTo(EQUITY);
        assertThat(deal.conditions()).isEqualTo("milestones");
        assertThat(deal.conditional()).isEqualByComparingTo("4");
    }

    @Test
    void anUndisclosedAmountIsTakenFromTheBestFirmTellingThatDisclosesOne() {
        Deal deal = deal(
                announced("company", "2026-05-01", COMPANY_STATEMENT, made(NON_BINDING, undisclosed("USD"))),
                announced("post", "2026-05-09", SOCIAL, binding(usd("9"))),
                announced("report", "2026-05-02", NAMED_REPORTING, binding(eur("4"))),
                announced("rumour", "2026-05-03", REGULATORY_FILING, rumoured(usd("7"))));

        assertThat(deal.ceiling()).isEqualByComparingTo("4");
        assertThat(deal.currency()).isEqualTo("EUR");
        assertThat(deal.stage()).isEqualTo(NON_BINDING);
        assertThat(deal.ceilingGivenBy()).extracting(Deal.Given::announcement).isEqualTo("report");
        assertThat(counted(deal)).containsExactlyInAnyOrder("company deals", "report nonBinding 4");
        assertThat(notCounted(deal))
                .containsExactlyInAnyOrder("company UNDISCLOSED", "post SUPERSEDED 9", "rumour RUMOURED 7");
    }

    @Test
    void aRumouredAmountIsNotLentToAFirmTelling() {
        Deal deal = deal(
                announced("company", "2026-05-01", binding(undisclosed("USD"))),
                announced("rumour", "2026-05-03", rumoured(usd("7"))));

        assertThat(deal.ceiling()).isNull();
    }

    @Test
    void rumoursLendOneAnotherAmountsWhileThereIsNoFirmTelling() {
        Deal deal = deal(
                announced("first", "2026-05-01", COMPANY_STATEMENT, rumoured(undisclosed("USD"))),
                announced("second", "2026-05-03", SOCIAL, rumoured(usd("7"))));

        assertThat(deal.rumoured()).isEqualByComparingTo("7");
    }

    @Test
    void amongRumoursTheOneNotBelievedIsSuperseded() {
        Deal deal = deal(
                announced("first", "2026-05-01", COMPANY_STATEMENT, rumoured(usd("9"))),
                announced("second", "2026-05-03", SOCIAL, rumoured(usd("7"))));

        assertThat(notCounted(deal)).containsExactly("second SUPERSEDED 7");
    }

    @Test
    void anUndisclosedAmountIsCountedAndNeverZero() {
        Deal deal = deal(announced("company", "2026-05-01", binding(undisclosed("USD"))));

        assertThat(deal.ceiling()).isNull();
        assertThat(deal.ceilingGivenBy()).isNull();
        assertThat(deal.qualifier()).isEqualTo(Qualifier.UNDISCLOSED);
        assertThat(deal.stage()).isEqualTo(BINDING);
        assertThat(deal.currency()).isEqualTo("USD");
        assertThat(counted(deal)).containsExactly("company undisclosedDeals");
        assertThat(notCounted(deal)).containsExactly("company UNDISCLOSED");
    }

    @Test
    void anAmountWithoutCurrencyIsInNone() {
        Deal deal = deal(announced("company", "2026-05-01", binding(undisclosed(null))));

        assertThat(deal.currency()).isEqualTo("XXX");
    }

    @ParameterizedTest
    @EnumSource(
            value = Qualifier.class,
            names = {"EXACT", "UP_TO", "APPROXIMATELY", "AT_LEAST"})
    void theCeilingIsTheValueHoweverQualified(Qualifier qualifier) {
        Deal deal = deal(announced("a", "2026-05-01", binding(amount(qualifier, "4", "USD"))));

        assertThat(deal.ceiling()).isEqualByComparingTo("4");
        assertThat(deal.qualifier()).isEqualTo(qualifier);
        assertThat(deal.openEnded()).isEqualTo(qualifier == Qualifier.AT_LEAST);
    }

    @Test
    void theCeilingOfARangeIsItsUpperEnd() {
        Deal deal = deal(announced("a", "2026-05-01", binding(range("30", "50"))));

        assertThat(deal.ceiling()).isEqualByComparingTo("50");
        assertThat(deal.qualifier()).isEqualTo(Qualifier.RANGE);
    }
}
