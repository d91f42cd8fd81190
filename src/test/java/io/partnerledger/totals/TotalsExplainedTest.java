package io.partnerledger.totals;

import static io.partnerledger.announcement.Instrument.DEBT;
import static io.partnerledger.announcement.Instrument.EQUITY;
import static io.partnerledger.announcement.Instrument.PURCHASE;
import static io.partnerledger.announcement.Outcome.COMPLETED;
import static io.partnerledger.standing.Announced.announced;
import static io.partnerledger.standing.Announced.standing;
import static io.partnerledger.standing.Announced.standingAt;
import static io.partnerledger.standing.Statements.D;
import static io.partnerledger.standing.Statements.amended;
import static io.partnerledger.standing.Statements.between;
import static io.partnerledger.standing.Statements.binding;
import static io.partnerledger.standing.Statements.called;
import static io.partnerledger.standing.Statements.ended;
import static io.partnerledger.standing.Statements.eur;
import static io.partnerledger.standing.Statements.paid;
import static io.partnerledger.standing.Statements.restated;
import static io.partnerledger.standing.Statements.undisclosed;
import static io.partnerledger.standing.Statements.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.standing.Announced;
import io.partnerledger.standing.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which row what does not count is explained. */
class TotalsExplainedTest {

    private static final Announced MADE = announced("made", "2026-01-01", binding(usd("10")));

    @Test
    void aRowThatLostAllThatCountedIsShownWithZerosOnlyWhenExplaining() {
        Totals totals = Totals.of(standing(announced(
                        "spacex",
                        "2026-05-06",
                        called("compute", between("anthropic", "spacex", PURCHASE, binding(undisclosed("USD")))))
                .leftOut(Reason.RETRACTED)));

        assertThat(totals.rows()).isEmpty();
        assertThat(totals.notCounted()).isEmpty();
        assertThat(totals.explainedRows()).singleElement().satisfies(row -> {
            assertThat(row.from()).isEqualTo("anthropic");
            assertThat(row.to()).isEqualTo("spacex");
            assertThat(row.instrument()).isEqualTo(PURCHASE);
            assertThat(row.currency()).isEqualTo("USD");
            assertThat(row.committed()).isZero();
            assertThat(row.deals()).isZero();
            assertThat(row.dealSlugs()).isEmpty();
            assertThat(row.counted()).isEmpty();
            assertThat(Lines.of(row.notCounted())).containsExactly("spacex RETRACTED");
        });
    }

    @Test
    void emptiedRowsStandInTheOneOrderWithTheOthers() {
        Totals totals = Totals.of(standing(
                MADE,
                announced("debt", "2026-01-01", called("x", between("amazon", "anthropic", DEBT, binding(usd("1")))))
                        .leftOut(Reason.DEPRECATED),
                announced("later", "2026-01-01", called("y", between("z", "anthropic", DEBT, binding(usd("1")))))));

        assertThat(totals.explainedRows())
                .extracting(row -> row.from() + " " + row.instrument())
                .containsExactly("amazon DEBT", "amazon EQUITY", "z DEBT");
    }

    @Test
    void aCorrectedCommitmentIsExplainedInTheRowThatItNamedItself() {
        Totals totals = Totals.of(standing(
                MADE,
                announced("made", "2026-01-01", between("anthropic", "amazon", DEBT, binding(eur("4"))))
                        .leftOut(Reason.CORRECTED)));

        assertThat(totals.emptied()).singleElement().satisfies(row -> {
            assertThat(row.from()).isEqualTo("anthropic");
            assertThat(row.currency()).isEqualTo("EUR");
            assertThat(Lines.of(row.notCounted())).containsExactly("made CORRECTED 4");
        });
        assertThat(totals.rows().getFirst().notCounted()).isEmpty();
    }

    @Test
    void whatIsSaidOfADealIsExplainedInTheRowOfItsParties() {
        Totals totals = Totals.of(standing(
                MADE,
                announced("gone", "2026-02-01", paid(usd("3"))).leftOut(Reason.DUPLICATE),
                announced("raise", "2026-02-02", amended(null, null, "none")).leftOut(Reason.DEPRECATED),
                announced("end", "2026-02-03", ended(COMPLETED)).leftOut(Reason.RETRACTED)));

        Row row = totals.explainedRows().getFirst();
        assertThat(totals.explainedRows()).hasSize(1);
        assertThat(Lines.of(row.counted())).containsExactly("made committed 10");
        assertThat(Lines.of(row.notCounted())).containsExactly("gone DUPLICATE 3", "raise DEPRECATED", "end RETRACTED");
    }

    @Test
    void whatStandsOfADealWhoseCommitmentWasTakenOutIsExplainedWhereThatHadIt() {
        Totals totals = Totals.of(standing(
                announced("made", "2026-01-01", binding(usd("10"))).leftOut(Reason.RETRACTED),
                announced("paid", "2026-02-01", paid(usd("3")))));

        assertThat(totals.rows()).isEmpty();
        assertThat(totals.notCounted()).isEmpty();
        assertThat(totals.emptied())
                .singleElement()
                .satisfies(row -> assertThat(Lines.of(row.notCounted()))
                        .containsExactly("paid NO_PARTIES 3", "made RETRACTED 10"));
    }

    @Test
    void whatIsStillToComeJoinsARowButOpensNone() {
        List<Announced> announced = List.of(
                MADE,
                announced("raise", "2026-06-01", amended(usd("12"))),
                announced("other", "2026-06-02", called("other", between("google", "xai", EQUITY, binding(usd("1"))))));
        Totals totals = Totals.of(standingAt("2026-03-01", announced));

        assertThat(totals.emptied()).isEmpty();
        assertThat(Lines.of(totals.rows().getFirst().notCounted())).containsExactly("raise AFTER_VALID_AT 12");
        assertThat(Lines.of(totals.notCounted())).containsExactly("other AFTER_VALID_AT 1");
        assertThat(totals.matching("google").notCounted()).hasSize(1);
        assertThat(totals.matching("amazon").notCounted()).isEmpty();
    }

    @Test
    void aCommitmentStillToComeNamesNoPartiesYet() {
        Totals totals = Totals.of(standingAt(
                "2026-03-01",
                List.of(
                        announced("paid", "2026-01-01", paid(usd("3"))),
                        announced("made", "2026-06-01", binding(usd("10"))))));

        assertThat(totals.emptied()).isEmpty();
        assertThat(Lines.of(totals.notCounted())).containsExactly("paid NO_PARTIES 3", "made AFTER_VALID_AT 10");
    }

    @Test
    void aRestatedTotalIsExplainedInTheRowsOfTheDealsItCovers() {
        Totals totals = Totals.of(standing(
                MADE,
                announced(
                        "debt", "2026-01-02", called("debt", between("amazon", "anthropic", DEBT, binding(usd("5"))))),
                announced("headline", "2026-02-01", restated("amazon", "anthropic", usd("15"), D, "debt", "unknown"))));

        assertThat(totals.rows())
                .hasSize(2)
                .allSatisfy(
                        row -> assertThat(Lines.of(row.notCounted())).containsExactly("headline RESTATED_TOTAL 15"));
        assertThat(totals.notCounted()).isEmpty();
    }

    @Test
    void aRestatedTotalThatFitsNoRowIsExplainedApart() {
        Totals totals = Totals.of(standing(
                MADE,
                announced("collective", "2026-02-01", restated("several-investors", "anthropic", usd("15"), D)),
                announced("unknown", "2026-02-02", restated("amazon", "anthropic", usd("15"), "unknown")),
                announced("euros", "2026-02-03", restated("amazon", "anthropic", eur("15"), D)),
                announced("gone", "2026-02-04", restated("amazon", "anthropic", usd("15"), "unknown"))
                        .leftOut(Reason.RETRACTED)));

        assertThat(totals.emptied()).isEmpty();
        assertThat(totals.rows().getFirst().notCounted()).isEmpty();
        assertThat(Lines.of(totals.notCounted()))
                .containsExactly(
                        "collective RESTATED_TOTAL 15",
                        "unknown RESTATED_TOTAL 15",
                        "euros RESTATED_TOTAL 15",
                        "gone RETRACTED 15");
        assertThat(Lines.of(totals.matching("several-investors").notCounted()))
                .containsExactly("collective RESTATED_TOTAL 15");
    }

    @Test
    void aLineThatNamesNobodyMayConcernAnySubject() {
        Totals totals = Totals.of(standing(announced("a", "2026-01-01", paid(usd("10")))));

        assertThat(totals.matching("anthropic").notCounted()).hasSize(1);
    }
}
