package io.partnerledger.deals;

import static io.partnerledger.announcement.Instrument.DEBT;
import static io.partnerledger.announcement.Instrument.EQUITY;
import static io.partnerledger.announcement.Instrument.PURCHASE;
import static io.partnerledger.announcement.Outcome.COMPLETED;
import static io.partnerledger.announcement.SourceTier.NAMED_REPORTING;
import static io.partnerledger.announcement.SourceTier.SOCIAL;
import static io.partnerledger.announcement.Stage.BINDING;
import static io.partnerledger.announcement.Stage.NON_BINDING;
import static io.partnerledger.deals.OneDeal.counted;
import static io.partnerledger.deals.OneDeal.deal;
import static io.partnerledger.deals.OneDeal.notCounted;
import static io.partnerledger.standing.Announced.announced;
import static io.partnerledger.standing.Announced.standing;
import static io.partnerledger.standing.Statements.D;
import static io.partnerledger.standing.Statements.amended;
import static io.partnerledger.standing.Statements.between;
import static io.partnerledger.standing.Statements.binding;
import static io.partnerledger.standing.Statements.called;
import static io.partnerledger.standing.Statements.ended;
import static io.partnerledger.standing.Statements.made;
import static io.partnerledger.standing.Statements.paid;
import static io.partnerledger.standing.Statements.restated;
import static io.partnerledger.standing.Statements.rumoured;
import static io.partnerledger.standing.Statements.undisclosed;
import static io.partnerledger.standing.Statements.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.partnerledger.deals.DealConflict.Side;
import io.partnerledger.standing.Announced;
import io.partnerledger.standing.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which deals there are, what they disagree on, and where what does not count is explained. */
class DealsTest {

    private static final Announced MADE = announced("made", "2026-01-01", binding(usd("10")));

    @Test
    void dealsAreOrderedBySlug() {
        Deals deals = Deals.of(standing(announced(
                "a",
                "2026-01-01",
                called("zeta", binding(usd("1"))),
                called("alpha", binding(usd("1"))),
                binding(usd("1")))));

        assertThat(deals.deals()).extracting(Deal::deal).containsExactly("alpha", D, "zeta");
    }

    @Test
    void aDealWithoutPartiesIsShownAsAConflictWithItsPaymentsAlone() {
        Deal deal = deal(
                announced("paid", "2026-01-01", paid(usd("3"))),
                announced("raise", "2026-02-01", amended(usd("10"), BINDING, "milestones")),
                announced("end", "2026-03-01", ended(COMPLETED)));

        assertThat(deal.from()).isNull();
        assertThat(deal.to()).isNull();
        assertThat(deal.instrument()).isNull();
        assertThat(deal.stage()).isNull();
        assertThat(deal.ceiling()).isNull();
        assertThat(deal.ended()).isNull();
        assertThat(deal.parties()).isNull();
        assertThat(deal.currency()).isEqualTo("USD");
        assertThat(deal.paid()).isEqualByComparingTo("3");
        assertThat(deal.outstanding()).isZero();
        assertThat(counted(deal)).containsExactly("paid paid 3");
        assertThat(notCounted(deal)).containsExactly("raise NO_PARTIES 10", "end NO_PARTIES");
        assertThat(deal.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.type()).isEqualTo(DealConflict.Type.NO_PARTIES);
            assertThat(conflict.sides()).extracting(Side::announcement).containsExactly("raise", "paid", "end");
        });
    }

    @Test
    void tellingsThatDiscloseDifferentAmountsAreAConflictSmallestFirst() {
        Deal deal = deal(
                announced("a", "2026-01-01", NAMED_REPORTING, binding(usd("10"))),
                announced("b", "2026-01-02", SOCIAL, rumoured(usd("9"))),
                announced("c", "2026-01-03", SOCIAL, binding(usd("10.0"))),
                announced("d", "2026-01-04", SOCIAL, binding(undisclosed("USD"))));

        DealConflict conflict = deal.conflicts().getFirst();
        assertThat(conflict.type()).isEqualTo(DealConflict.Type.SEVERAL_CEILINGS);
        assertThat(conflict.deal()).isEqualTo(D);
        assertThat(conflict.values()).containsExactly("9 USD", "10 USD");
        assertThat(conflict.sides()).extracting(Side::announcement).containsExactly("a", "b", "c");
        assertThat(conflict.sides()).extracting(Side::tier).containsExactly(NAMED_REPORTING, SOCIAL, SOCIAL);
    }

    @Test
    void tellingsThatDifferInStagePartiesOrInstrumentAreConflicts() {
        Deal deal = deal(
                announced("a", "2026-01-01", binding(usd("10"))),
                announced("b", "2026-01-02", made(NON_BINDING, usd("10"))),
                announced("c", "2026-01-03", between("anthropic", "amazon", DEBT, binding(usd("10")))));

        assertThat(deal.conflicts())
                .extracting(DealConflict::type, DealConflict::values)
                .containsExactly(
                        tuple(DealConflict.Type.SEVERAL_STAGES, List.of("binding", "non-binding")),
                        tuple(DealConflict.Type.SEVERAL_PARTIES, List.of("amazon to anthropic", "anthropic to amazon")),
                        tuple(DealConflict.Type.SEVERAL_INSTRUMENTS, List.of("debt", "equity")));
    }

    @Test
    void anAmendmentContradictsNobody() {
        Deal deal = deal(MADE, announced("raise", "2026-02-01", amended(usd("12"), NON_BINDING, null)));

        assertThat(deal.conflicts()).isEmpty();
    }

    @Test
    void aDealOfASurvivorWithItselfStaysAndIsFlagged() {
        Deal deal = deal(announced("a", "2026-01-01", between("spacex", "spacex", EQUITY, binding(usd("10")))));

        assertThat(deal.self()).isTrue();
        assertThat(deal.outstanding()).isEqualByComparingTo("10");
        assertThat(deal(MADE).self()).isFalse();
    }

    @Test
    void whatDoesNotStandIsExplainedAtItsDeal() {
        Deal deal = deal(
                MADE,
                announced("gone", "2026-02-01", paid(usd("3"))).leftOut(Reason.RETRACTED),
                announced("old", "2026-02-02", binding(usd("4"))).leftOut(Reason.CORRECTED),
                announced("headline", "2026-03-01", restated("amazon", "anthropic", usd("20"), D, "unknown")));

        assertThat(deal.ceiling()).isEqualByComparingTo("10");
        assertThat(deal.paid()).isZero();
        assertThat(notCounted(deal))
                .containsExactly("headline RESTATED_TOTAL 20", "gone RETRACTED 3", "old CORRECTED 4");
    }

    @Test
    void whatFitsNoDealIsExplainedApart() {
        Deals deals = Deals.of(standing(
                announced("gone", "2026-02-01", binding(usd("3")), ended(COMPLETED))
                        .leftOut(Reason.DEPRECATED),
                announced("headline", "2026-03-01", restated("google", "anthropic", usd("20"), "unknown"))));

        assertThat(deals.deals()).isEmpty();
        assertThat(notCounted(deals.notCounted()))
                .containsExactly("headline RESTATED_TOTAL 20", "gone DEPRECATED 3", "gone DEPRECATED");
        assertThat(notCounted(deals.matching("amazon").notCounted()))
                .containsExactly("gone DEPRECATED 3", "gone DEPRECATED");
        assertThat(notCounted(deals.matching("google").notCounted())).containsExactly("headline RESTATED_TOTAL 20");
    }

    @Test
    void aSubjectMatchesEitherSide() {
        Deals deals = Deals.of(standing(announced(
                "a",
                "2026-01-01",
                binding(usd("1")),
                called("other", between("anthropic", "google", PURCHASE, binding(usd("1")))),
                called("third", between("openai", "microsoft", PURCHASE, binding(usd("1")))))));

        assertThat(deals.matching("anthropic").deals()).extracting(Deal::deal).containsExactly(D, "other");
        assertThat(deals.matching("google").deals()).extracting(Deal::deal).containsExactly("other");
    }
}
