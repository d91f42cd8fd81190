package io.partnerledger.flows;

import static io.partnerledger.announcement.Instrument.CLOUD_CREDITS;
import static io.partnerledger.announcement.Instrument.DEBT;
import static io.partnerledger.announcement.Instrument.EQUITY;
import static io.partnerledger.announcement.Instrument.PURCHASE;
import static io.partnerledger.announcement.Stage.NON_BINDING;
import static io.partnerledger.standing.Announced.announced;
import static io.partnerledger.standing.Announced.standing;
import static io.partnerledger.standing.Statements.amount;
import static io.partnerledger.standing.Statements.between;
import static io.partnerledger.standing.Statements.binding;
import static io.partnerledger.standing.Statements.called;
import static io.partnerledger.standing.Statements.eur;
import static io.partnerledger.standing.Statements.made;
import static io.partnerledger.standing.Statements.rumoured;
import static io.partnerledger.standing.Statements.undisclosed;
import static io.partnerledger.standing.Statements.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Outcome;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CommitmentEnded;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.TranchePaid;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.Reason;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the money goes, and where it goes round. */
class FlowsTest {

    @Test
    void allInstrumentsOfOneDirectionAreOneFlowPerCurrency() {
        Flows flows = flows(
                deal("e", "amazon", "anthropic", EQUITY, binding(usd("4"))),
                new TranchePaid("e", usd("1"), null),
                deal("d", "amazon", "anthropic", DEBT, binding(usd("10"))),
                deal("c", "amazon", "anthropic", CLOUD_CREDITS, binding(eur("7"))),
                deal("n", "amazon", "anthropic", EQUITY, made(NON_BINDING, usd("2"))),
                deal("r", "amazon", "anthropic", EQUITY, rumoured(usd("3"))),
                deal("u", "amazon", "anthropic", EQUITY, binding(undisclosed("USD"))));

        assertThat(flows.edges()).singleElement().satisfies(edge -> {
            assertThat(edge.flows()).extracting(Flow::currency).containsExactly("EUR", "USD");
            assertThat(edge.flows().getLast()).satisfies(flow -> {
                assertThat(flow.committed()).isEqualByComparingTo("14");
                assertThat(flow.paid()).isEqualByComparingTo("1");
                assertThat(flow.outstanding()).isEqualByComparingTo("13");
                assertThat(flow.nonBinding()).isEqualByComparingTo("2");
                assertThat(flow.rumoured()).isEqualByComparingTo("3");
                assertThat(flow.lapsed()).isZero();
                assertThat(flow.deals()).isEqualTo(5);
                assertThat(flow.undisclosedDeals()).isEqualTo(1);
                assertThat(flow.openEnded()).isFalse();
                assertThat(flow.instruments()).containsExactly(DEBT, EQUITY);
                assertThat(flow.dealSlugs()).containsExactly("d", "e", "n", "r", "u");
                assertThat(flow.counted()).hasSize(6);
            });
        });
    }

    @Test
    void moneyInAndMoneyOutAreTwoEdges() {
        Flows flows = flows(
                deal("out", "anthropic", "amazon", PURCHASE, binding(usd("100"))),
                deal("in", "amazon", "anthropic", EQUITY, binding(usd("4"))));

        assertThat(flows.edges())
                .extracting(Edge::from, Edge::to)
                .containsExactly(tuple("amazon", "anthropic"), tuple("anthropic", "amazon"));
    }

    @Test
    void theSizeOfACircleIsItsSmallestCommittedEdge() {
        Flows flows = flows(
                deal("a", "nvidia", "openai", EQUITY, binding(usd("100"))),
                deal("b", "openai", "oracle", PURCHASE, binding(usd("300"))),
                deal("c", "oracle", "nvidia", PURCHASE, binding(usd("40"))),
                deal("d", "oracle", "nvidia", PURCHASE, binding(eur("5"))));

        assertThat(flows.cycles().found()).singleElement().satisfies(cycle -> {
            assertThat(cycle.members()).containsExactly("nvidia", "openai", "oracle");
            assertThat(cycle.sizes()).containsExactly(new Cycle.Size("USD", new BigDecimal("40")));
            assertThat(cycle.mayBeMore()).isFalse();
        });
        assertThat(flows.cycles().complete()).isTrue();
    }

    @Test
    void aCircleHasASizeInEachCurrencyThatGoesAllTheWayRound() {
        Flows flows = flows(
                deal("a", "a", "b", EQUITY, binding(usd("3"))),
                deal("b", "a", "b", EQUITY, binding(eur("2"))),
                deal("c", "b", "a", PURCHASE, binding(eur("9"))),
                deal("d", "b", "a", PURCHASE, binding(usd("1"))));

        assertThat(flows.cycles().found().getFirst().sizes())
                .containsExactly(
                        new Cycle.Size("EUR", new BigDecimal("2")), new Cycle.Size("USD", new BigDecimal("1")));
    }

    @Test
    void aCircleOfWhichAnAmountIsUnknownMayBeMore() {
        Cycle undisclosed = flows(
                        deal("a", "a", "b", EQUITY, binding(usd("3"))),
                        deal("b", "b", "a", PURCHASE, binding(undisclosed("USD"))))
                .cycles()
                .found()
                .getFirst();
        Cycle atLeast = flows(
                        deal("a", "a", "b", EQUITY, binding(usd("3"))),
                        deal("b", "b", "a", PURCHASE, binding(amount(Qualifier.AT_LEAST, "2", "USD"))))
                .cycles()
                .found()
                .getFirst();

        assertThat(undisclosed.sizes()).isEmpty();
        assertThat(undisclosed.mayBeMore()).isTrue();
        assertThat(atLeast.sizes()).containsExactly(new Cycle.Size("USD", new BigDecimal("2")));
        assertThat(atLeast.mayBeMore()).isTrue();
    }

    @Test
    void rumouredMoneyMakesACircleWithoutASize() {
        Flows flows = flows(
                deal("a", "a", "b", EQUITY, rumoured(usd("3"))), deal("b", "b", "a", PURCHASE, binding(usd("3"))));

        assertThat(flows.cycles().found())
                .singleElement()
                .satisfies(cycle -> assertThat(cycle.sizes()).isEmpty());
    }

    @Test
    void moneyThatIsNotBindingYetMakesACircleWithoutASize() {
        Flows flows = flows(
                deal("a", "a", "b", EQUITY, made(NON_BINDING, usd("3"))),
                deal("b", "b", "a", PURCHASE, binding(usd("3"))));

        assertThat(flows.cycles().found())
                .singleElement()
                .satisfies(cycle -> assertThat(cycle.sizes()).isEmpty());
    }

    @Test
    void whereOnlyLapsedMoneyWentNothingGoesRound() {
        Flows flows = flows(
                deal("a", "a", "b", EQUITY, binding(usd("3"))),
                new CommitmentEnded("a", Outcome.LAPSED),
                deal("b", "b", "a", PURCHASE, binding(usd("3"))));

        assertThat(flows.edges()).hasSize(2);
        assertThat(flows.edges().getFirst().flows().getFirst().lapsed()).isEqualByComparingTo("3");
        assertThat(flows.cycles().found()).isEmpty();
    }

    @Test
    void whatEndedBeforeItsAmountWasKnownGoesRoundOnlyWhereItWasPaid() {
        Statement there = deal("a", "a", "b", EQUITY, binding(usd("3")));
        Statement back = deal("b", "b", "a", PURCHASE, binding(undisclosed("USD")));

        assertThat(flows(there, back, new CommitmentEnded("b", Outcome.TERMINATED))
                        .cycles()
                        .found())
                .isEmpty();
        assertThat(flows(there, back, new CommitmentEnded("b", Outcome.COMPLETED))
                        .cycles()
                        .found())
                .extracting(Cycle::mayBeMore)
                .containsExactly(true);
        assertThat(flows(there, back, new TranchePaid("b", usd("1"), null), new CommitmentEnded("b", Outcome.LAPSED))
                        .cycles()
                        .found())
                .containsExactly(
                        new Cycle(List.of("a", "b"), List.of(new Cycle.Size("USD", new BigDecimal("1"))), false));
    }

    @Test
    void whatAMergeMadeOnesOwnIsFlaggedAndNoCircle() {
        Flows flows = flows(deal("a", "spacex", "spacex", EQUITY, binding(usd("3"))));

        assertThat(flows.edges()).singleElement().matches(Edge::self);
        assertThat(flows.cycles().found()).isEmpty();
    }

    @Test
    void aSubjectSeesItsEdgesAndTheCirclesThroughIt() {
        Statement[] statements = {
            deal("a", "nvidia", "openai", EQUITY, binding(usd("100"))),
            deal("b", "openai", "oracle", PURCHASE, binding(usd("300"))),
            deal("c", "oracle", "nvidia", PURCHASE, binding(usd("40"))),
            deal("d", "oracle", "amd", PURCHASE, binding(usd("1"))),
            deal("e", "amd", "oracle", PURCHASE, binding(usd("1")))
        };

        Flows flows = Flows.around(standing(announced("a", "2026-01-01", statements)), "nvidia");

        assertThat(flows.edges())
                .extracting(Edge::from, Edge::to)
                .containsExactly(tuple("nvidia", "openai"), tuple("oracle", "nvidia"));
        assertThat(flows.cycles().found())
                .extracting(Cycle::members)
                .containsExactly(List.of("nvidia", "openai", "oracle"));
        assertThat(flows(statements).cycles().found()).hasSize(2);
    }

    @Test
    void anEdgeOnWhichNothingStandsIsOnlyExplained() {
        Flows flows = Flows.of(standing(
                announced("gone", "2026-01-01", deal("a", "a", "b", EQUITY, binding(usd("3"))))
                        .leftOut(Reason.RETRACTED),
                announced("debt", "2026-01-01", deal("d", "a", "c", DEBT, binding(usd("2")))),
                announced("gone too", "2026-01-01", deal("e", "a", "c", EQUITY, binding(usd("9"))))
                        .leftOut(Reason.DUPLICATE)));

        assertThat(flows.edges()).extracting(Edge::to).containsExactly("c");
        assertThat(flows.explained()).extracting(Edge::to).containsExactly("b", "c");
        assertThat(flows.explained().getFirst().flows().getFirst()).satisfies(flow -> {
            assertThat(flow.committed()).isZero();
            assertThat(flow.instruments()).isEmpty();
        });
        assertThat(flows.explained().getLast().flows()).singleElement().satisfies(flow -> {
            assertThat(flow.committed()).isEqualByComparingTo("2");
            assertThat(flow.instruments()).containsExactly(DEBT);
            assertThat(flow.notCounted()).extracting(Explained::announcement).containsExactly("gone too");
        });
    }

    private static Flows flows(Statement... statements) {
        return Flows.of(standing(announced("a", "2026-01-01", statements)));
    }

    private static CommitmentMade deal(
            String slug, String from, String to, Instrument instrument, CommitmentMade made) {
        return called(slug, between(from, to, instrument, made));
    }
}
