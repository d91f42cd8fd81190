package io.partnerledger.coverage;

import static io.partnerledger.announcement.SourceTier.AGGREGATOR;
import static io.partnerledger.announcement.SourceTier.ANONYMOUS_REPORTING;
import static io.partnerledger.announcement.SourceTier.COMPANY_STATEMENT;
import static io.partnerledger.announcement.SourceTier.NAMED_REPORTING;
import static io.partnerledger.announcement.SourceTier.SOCIAL;
import static io.partnerledger.capacity.Capacities.gw;
import static io.partnerledger.coverage.Fact.Flag.ANONYMOUS_ONLY;
import static io.partnerledger.coverage.Fact.Flag.DISPUTED;
import static io.partnerledger.coverage.Fact.Flag.SINGLE_SOURCE;
import static io.partnerledger.coverage.Fact.Flag.WEAK_ONLY;
import static io.partnerledger.standing.Statements.D;
import static io.partnerledger.standing.Statements.amended;
import static io.partnerledger.standing.Statements.between;
import static io.partnerledger.standing.Statements.binding;
import static io.partnerledger.standing.Statements.ended;
import static io.partnerledger.standing.Statements.made;
import static io.partnerledger.standing.Statements.paid;
import static io.partnerledger.standing.Statements.rumoured;
import static io.partnerledger.standing.Statements.undisclosed;
import static io.partnerledger.standing.Statements.usd;
import static io.partnerledger.standing.ToldHistories.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.CapacityStatus;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Outcome;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.Stage;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.standing.Part;
import io.partnerledger.standing.ToldHistories;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What facts rest on. */
class CoverageTest {

    private static final Source PRESS = source("Press");
    private static final Source OTHERS = source("Others");
    private static final Source COMPANY = source("Company", COMPANY_STATEMENT);

    private final ToldHistories ledger = new ToldHistories();

    @Test
    void whatOneSourceTellsRestsOnASingleSource() {
        ledger.recorded("a", "2026-01-01", PRESS, binding(usd("4")));

        Fact fact = only();

        assertThat(fact.kind()).isEqualTo(Fact.Kind.COMMITMENT);
        assertThat(fact.deal()).isEqualTo(D);
        assertThat(fact.parties()).containsExactly("amazon", "anthropic");
        assertThat(fact.says()).isEqualTo("binding equity exact 4 USD");
        assertThat(fact.bestTier()).isEqualTo(NAMED_REPORTING);
        assertThat(fact.flags()).containsExactly(SINGLE_SOURCE);
        assertThat(sources(fact)).containsExactly("TOLD a/0 Press 1");
    }

    @Test
    void twoPublishersAreTwoSources() {
        ledger.recorded("a", "2026-01-01", PRESS, binding(usd("4")))
                .recorded("b", "2026-01-02", COMPANY, binding(usd("4.0")));

        assertThat(only().independentSources()).isEqualTo(2);
        assertThat(only().bestTier()).isEqualTo(COMPANY_STATEMENT);
        assertThat(only().flags()).isEmpty();
    }

    @Test
    void aSourceThatCorroboratesIsOneMore() {
        ledger.recorded("a", "2026-01-01", source("Anon", ANONYMOUS_REPORTING), binding(usd("4")));
        assertThat(only().flags()).containsExactly(SINGLE_SOURCE, ANONYMOUS_ONLY);

        ledger.corroborated("a", COMPANY);

        assertThat(only().flags()).isEmpty();
        assertThat(sources(only())).containsExactly("TOLD a/0 Anon 1", "CORROBORATED a/0 Company 2: borne out");
    }

    @Test
    void aPublisherThatCorroboratesItselfIsNoneMore() {
        ledger.recorded("a", "2026-01-01", PRESS, binding(usd("4"))).corroborated("a", PRESS);

        assertThat(only().flags()).containsExactly(SINGLE_SOURCE);
        assertThat(only().sources()).hasSize(2);
    }

    @Test
    void aRemarkHoldsForTheStatementsItIsAbout() {
        ledger.recorded("a", "2026-01-01", PRESS, paid(usd("1")), binding(usd("4")))
                .corroborated("a", COMPANY, 1)
                .disputed("a", OTHERS, 0);

        assertThat(facts())
                .extracting(fact -> fact.kind() + " " + fact.flags())
                .containsExactly("COMMITMENT []", "PAYMENT [SINGLE_SOURCE, DISPUTED]");
    }

    @Test
    void aRemarkOutlivesACorrectionOnlyForWhatStayedTheSame() {
        ledger.recorded("a", "2026-01-01", PRESS, paid(usd("1")), binding(usd("4")))
                .corroborated("a", COMPANY)
                .corrected("a", binding(usd("4")), paid(usd("2")));

        assertThat(facts())
                .extracting(fact -> fact.kind() + " " + fact.flags())
                .containsExactly("COMMITMENT []", "PAYMENT [SINGLE_SOURCE]");
    }

    @Test
    void aRemarkHoldsForNothingElseOfWhatWasCorrected() {
        ledger.recorded("a", "2026-01-01", PRESS, paid(usd("1")), binding(usd("4")))
                .corroborated("a", COMPANY, 0)
                .corrected("a", binding(usd("4")), paid(usd("1")));

        assertThat(facts())
                .extracting(fact -> fact.kind() + " " + fact.flags())
                .containsExactly("COMMITMENT [SINGLE_SOURCE]", "PAYMENT []");
    }

    @Test
    void aLinkedDuplicateIsShownAndAddsNothing() {
        ledger.recorded("a", "2026-01-01", PRESS, binding(usd("4")))
                .recorded("b", "2026-01-02", OTHERS, binding(usd("4")))
                .recorded("c", "2026-01-03", COMPANY, binding(usd("4")))
                .linked("b", "a")
                .linked("c", "b");

        assertThat(only().flags()).containsExactly(SINGLE_SOURCE);
        assertThat(only().bestTier()).isEqualTo(NAMED_REPORTING);
        assertThat(sources(only()))
                .containsExactly("TOLD a/0 Press 1", "DUPLICATE b/null Others 1", "DUPLICATE c/null Company 1");
    }

    @Test
    void aRewriteAddsNothing() {
        ledger.recorded("a", "2026-01-01", PRESS, binding(usd("4")))
                .recorded(
                        "b",
                        "2026-01-02",
                        source("Blog", "Blog", null, AGGREGATOR, "What Press wrote"),
                        binding(usd("4")));

        assertThat(only().independentSources()).isEqualTo(1);
        assertThat(sources(only())).containsExactly("TOLD a/0 Press 1", "TOLD b/0 Blog 1");
    }

    @Test
    void whatOnlyWeakSourcesTellIsWeak() {
        ledger.recorded("a", "2026-01-01", source("Blog", AGGREGATOR), binding(usd("4")))
                .recorded("b", "2026-01-01", source("Post", SOCIAL), binding(usd("4")));

        assertThat(only().flags()).containsExactly(WEAK_ONLY);
    }

    @Test
    void aDisputeIsShownWithItsReasonAndBearsNothingOut() {
        ledger.recorded("a", "2026-01-01", PRESS, binding(usd("4"))).disputed("a", COMPANY);

        assertThat(only().flags()).containsExactly(SINGLE_SOURCE, DISPUTED);
        assertThat(only().bestTier()).isEqualTo(NAMED_REPORTING);
        assertThat(sources(only())).containsExactly("TOLD a/0 Press 1", "DISPUTED a/0 Company null: denied");
    }

    @Test
    void whoTellsAnotherAmountContradicts() {
        ledger.recorded("a", "2026-01-01", COMPANY, binding(usd("4")))
                .recorded("b", "2026-01-02", PRESS, binding(usd("5")))
                .recorded("c", "2026-01-03", OTHERS, binding(undisclosed("USD")));

        assertThat(only().flags()).containsExactly(SINGLE_SOURCE, DISPUTED);
        assertThat(sources(only())).containsExactly("TOLD a/0 Company 1", "CONTRADICTED b/0 Press null: 5 USD");
    }

    @Test
    void whoTellsOtherPartiesContradicts() {
        ledger.recorded("a", "2026-01-01", COMPANY, binding(usd("4")))
                .recorded(
                        "b",
                        "2026-01-02",
                        PRESS,
                        between("anthropic", "amazon", Instrument.PURCHASE, binding(usd("4"))));

        assertThat(sources(only()))
                .containsExactly("TOLD a/0 Company 1", "CONTRADICTED b/0 Press null: anthropic to amazon, purchase");
    }

    @Test
    void whoTellsOfAnotherReceiverBearsNothingOut() {
        ledger.recorded("a", "2026-01-01", COMPANY, binding(usd("4")))
                .recorded("b", "2026-01-02", PRESS, between("amazon", "openai", Instrument.EQUITY, binding(usd("4"))));

        assertThat(only().flags()).containsExactly(SINGLE_SOURCE, DISPUTED);
    }

    @Test
    void thoseWhoTellItMayDisagreeOnTheRest() {
        ledger.recorded("a", "2026-01-01", COMPANY, binding(usd("4")))
                .recorded("b", "2026-01-02", PRESS, made(Stage.NON_BINDING, usd("4")));

        assertThat(only().flags()).containsExactly(DISPUTED);
        assertThat(only().independentSources()).isEqualTo(2);
    }

    @Test
    void aRumourNeitherBearsOutNorContradictsAFirmCommitment() {
        ledger.recorded("a", "2026-01-01", PRESS, rumoured(usd("4")))
                .recorded("b", "2026-01-02", OTHERS, rumoured(usd("9")))
                .recorded("c", "2026-01-03", COMPANY, binding(usd("4")));

        assertThat(only().flags()).containsExactly(SINGLE_SOURCE);
        assertThat(sources(only())).containsExactly("TOLD c/0 Company 1");
    }

    @Test
    void rumoursBearOneAnotherOutWhileThereIsNothingElse() {
        ledger.recorded("a", "2026-01-01", PRESS, rumoured(usd("4")))
                .recorded("b", "2026-01-02", OTHERS, rumoured(usd("4")));

        assertThat(only().flags()).isEmpty();
    }

    @Test
    void anAmendedAmountRestsOnWhoTellsTheAmendment() {
        ledger.recorded("a", "2026-01-01", PRESS, binding(usd("4")))
                .recorded("b", "2026-01-02", OTHERS, binding(usd("4")))
                .recorded("c", "2026-02-01", COMPANY, amended(usd("8")));

        assertThat(only().says()).isEqualTo("binding equity exact 8 USD");
        assertThat(sources(only())).containsExactly("TOLD c/0 Company 1");
        assertThat(only().flags()).containsExactly(SINGLE_SOURCE);
    }

    @Test
    void anUndisclosedCommitmentRestsOnAllWhoTellIt() {
        ledger.recorded("a", "2026-01-01", PRESS, binding(undisclosed("USD")))
                .recorded("b", "2026-01-02", OTHERS, binding(undisclosed(null)));

        assertThat(only().says()).isEqualTo("binding equity undisclosed");
        assertThat(only().independentSources()).isEqualTo(2);
    }

    @Test
    void aPaymentToldAgainRestsOnBothTellings() {
        ledger.recorded("a", "2026-01-01", COMPANY, binding(usd("4")))
                .recorded("b", "2026-02-01", PRESS, paid(usd("1"), "first"))
                .recorded("c", "2026-02-03", OTHERS, paid(usd("1")))
                .recorded("d", "2026-02-20", PRESS, paid(usd("1"), "second"));

        assertThat(facts().stream()
                        .filter(fact -> fact.kind() == Fact.Kind.PAYMENT)
                        .map(fact -> fact.says() + " " + sources(fact)))
                .containsExactly(
                        "1 USD first [TOLD b/0 Press 1, TOLD c/0 Others 2]", "1 USD second [TOLD d/0 Press 1]");
    }

    @Test
    void aPaymentToldAgainIsTheOneOfItsLabel() {
        ledger.recorded("a", "2026-01-01", COMPANY, binding(usd("4")))
                .recorded("b", "2026-02-01", PRESS, paid(usd("1"), "first"))
                .recorded("c", "2026-02-02", PRESS, paid(usd("1"), "second"))
                .recorded("d", "2026-02-03", OTHERS, paid(usd("1.0"), "first"));

        assertThat(facts().stream()
                        .filter(fact -> fact.kind() == Fact.Kind.PAYMENT)
                        .map(fact -> fact.says() + " " + sources(fact)))
                .containsExactly(
                        "1 USD first [TOLD b/0 Press 1, TOLD d/0 Others 2]", "1 USD second [TOLD c/0 Press 1]");
    }

    @Test
    void aPaymentOfADealThatNobodyIsNamedInHasNoParties() {
        ledger.recorded("a", "2026-01-01", PRESS, paid(usd("1")));

        assertThat(only().parties()).isEmpty();
        assertThat(about("amazon").facts()).isEmpty();
    }

    @Test
    void anEndingRestsOnWhoTellsItsOutcome() {
        ledger.recorded("a", "2026-01-01", COMPANY, binding(usd("4")))
                .recorded("b", "2026-02-01", PRESS, ended(Outcome.LAPSED))
                .recorded("c", "2026-02-02", COMPANY, ended(Outcome.COMPLETED));

        assertThat(facts()).hasSize(2);
        assertThat(facts().getLast()).satisfies(fact -> {
            assertThat(fact.kind()).isEqualTo(Fact.Kind.ENDING);
            assertThat(fact.says()).isEqualTo("completed");
            assertThat(fact.flags()).containsExactly(SINGLE_SOURCE, DISPUTED);
            assertThat(sources(fact)).containsExactly("TOLD c/0 Company 1", "CONTRADICTED b/0 Press null: lapsed");
        });
    }

    @Test
    void aRoleRestsOnTheAdditionsOfItsSpell() {
        ledger.recorded("a", "2026-01", PRESS, added("google", Role.INVESTOR), added("google", Role.CLOUD_PROVIDER))
                .recorded(
                        "b", "2026-02-01", COMPANY, added("google", Role.CLOUD_PROVIDER), added("zoom", Role.CUSTOMER));

        assertThat(facts())
                .extracting(fact -> fact.parties() + " " + fact.says() + " " + sources(fact))
                .containsExactly(
                        "[anthropic, google] cloud-provider since 2026-01 [TOLD a/1 Press 1, TOLD b/0 Company 2]",
                        "[anthropic, google] investor since 2026-01 [TOLD a/0 Press 1]",
                        "[anthropic, zoom] customer since 2026-02-01 [TOLD b/1 Company 1]");
    }

    @Test
    void aCapacityRestsOnWhoTellsItsQuantityAtItsStatus() {
        ledger.recorded(
                        "a",
                        "2026-01-01",
                        PRESS,
                        gw("2").with("TPU").at("there").announced())
                .recorded(
                        "b",
                        "2026-02-01",
                        COMPANY,
                        gw("1").with("TPU")
                                .at("there")
                                .is(CapacityStatus.ONLINE)
                                .announced())
                .recorded(
                        "c",
                        "2026-02-02",
                        OTHERS,
                        gw("3").with("TPU")
                                .at("there")
                                .is(CapacityStatus.ONLINE)
                                .announced());

        assertThat(only().kind()).isEqualTo(Fact.Kind.CAPACITY);
        assertThat(only().parties()).containsExactly("amazon", "anthropic");
        assertThat(only().says()).isEqualTo("online 1 gw of TPU at there");
        assertThat(sources(only())).containsExactly("TOLD b/0 Company 1", "CONTRADICTED c/0 Others null: 3 gw");
        assertThat(only().flags()).containsExactly(SINGLE_SOURCE, DISPUTED);
    }

    @Test
    void aSubjectSeesTheFactsItIsAPartyTo() {
        ledger.recorded("a", "2026-01-01", PRESS, added("google", Role.INVESTOR), binding(usd("4")));

        assertThat(about("google").facts()).hasSize(1);
        assertThat(about("anthropic").facts()).hasSize(2);
    }

    private Coverage coverage() {
        return Coverage.of(ledger.standing(), ledger.versions());
    }

    private Coverage about(String organization) {
        return Coverage.about(organization, ledger.standing(), Part.of(ledger.standing()), ledger.versions());
    }

    private List<Fact> facts() {
        return coverage().facts();
    }

    private Fact only() {
        assertThat(facts()).hasSize(1);
        return facts().getFirst();
    }

    private static List<String> sources(Fact fact) {
        return fact.sources().stream()
                .map(witness -> witness.word()
                        + " "
                        + witness.announcement()
                        + "/"
                        + witness.statement()
                        + " "
                        + witness.publisher()
                        + " "
                        + witness.origin()
                        + (witness.says() == null ? "" : ": " + witness.says()))
                .toList();
    }

    private static PartnerAdded added(String partner, Role role) {
        return new PartnerAdded("anthropic", partner, List.of(role), List.of(), null, null, null);
    }
}
