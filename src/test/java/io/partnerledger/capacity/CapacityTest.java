package io.partnerledger.capacity;

import static io.partnerledger.announcement.CapacityStatus.CONTRACTED;
import static io.partnerledger.announcement.CapacityStatus.ONLINE;
import static io.partnerledger.announcement.CapacityStatus.RELEASED;
import static io.partnerledger.announcement.CapacityUnit.GPU;
import static io.partnerledger.announcement.CapacityUnit.GW;
import static io.partnerledger.announcement.CapacityUnit.MW;
import static io.partnerledger.announcement.SourceTier.AGGREGATOR;
import static io.partnerledger.announcement.SourceTier.COMPANY_STATEMENT;
import static io.partnerledger.announcement.SourceTier.NAMED_REPORTING;
import static io.partnerledger.capacity.Capacities.gw;
import static io.partnerledger.standing.Announced.announced;
import static io.partnerledger.standing.Announced.standing;
import static io.partnerledger.standing.Announced.standingAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Quantity;
import io.partnerledger.standing.Announced;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.Reason;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which telling of a capacity is believed, and what makes two of them the same capacity. */
class CapacityTest {

    @Test
    void theBestTierIsBelievedHoweverOld() {
        CapacityRow row = only(
                announced("official", "2026-01-01", COMPANY_STATEMENT, gw("5").announced()),
                announced("rewrite", "2026-02-01", AGGREGATOR, gw("7").announced()));

        assertThat(told(row)).isEqualTo("official 5 gw");
        assertThat(lines(row.notCounted())).containsExactly("rewrite SUPERSEDED 7");
    }

    @Test
    void amongEqualTiersTheNewestIsBelieved() {
        CapacityRow row = only(
                announced("newer", "2026-02-01", NAMED_REPORTING, gw("7").announced()),
                announced("older", "2026-01-01", NAMED_REPORTING, gw("5").announced()));

        assertThat(told(row)).isEqualTo("newer 7 gw");
        assertThat(lines(row.counted())).containsExactly("newer quantity 7");
        assertThat(lines(row.notCounted())).containsExactly("older SUPERSEDED 5");
    }

    @Test
    void oneThingToldTwiceStaysOne() {
        Capacity capacity = Capacity.of(standing(
                announced("a", "2026-01-01", gw("5").announced()), announced("b", "2026-01-01", gw("5").announced())));

        assertThat(capacity.rows())
                .singleElement()
                .satisfies(row -> assertThat(told(row)).isEqualTo("b 5 gw"));
    }

    @Test
    void productsAreComparedAsSets() {
        CapacityRow row = only(
                announced("a", "2026-01-01", gw("5").with("TPU", "Graviton").announced()),
                announced(
                        "b",
                        "2026-01-02",
                        gw("5").with("Graviton", "TPU", "TPU").announced()));

        assertThat(row.key().products()).containsExactly("Graviton", "TPU");
        assertThat(row.tellings()).hasSize(2);
    }

    @Test
    void anotherProviderCustomerUnitSiteOrProductIsAnotherCapacity() {
        Capacity capacity = Capacity.of(standing(announced(
                "a",
                "2026-01-01",
                gw("1").with("x").at("there").announced(),
                gw("1").with("x").announced(),
                gw("1").at("there").announced(),
                gw("1").announced(),
                Capacities.of(Qualifier.EXACT, BigDecimal.ONE, MW).announced(),
                gw("1").between("amazon", "openai").announced(),
                gw("1").between("anthropic", "amazon").announced(),
                gw("1").with("x", "y").announced())));

        assertThat(capacity.rows().stream().map(CapacityRow::key))
                .containsExactly(
                        new CapacityKey("amazon", "anthropic", GW, null, List.of()),
                        new CapacityKey("amazon", "anthropic", GW, null, List.of("x")),
                        new CapacityKey("amazon", "anthropic", GW, null, List.of("x", "y")),
                        new CapacityKey("amazon", "anthropic", GW, "there", List.of()),
                        new CapacityKey("amazon", "anthropic", GW, "there", List.of("x")),
                        new CapacityKey("amazon", "anthropic", MW, null, List.of()),
                        new CapacityKey("amazon", "openai", GW, null, List.of()),
                        new CapacityKey("anthropic", "amazon", GW, null, List.of()));
    }

    @Test
    void theBelievedTellingGivesStatusAndQuantityTogether() {
        CapacityRow row = only(
                announced("online", "2026-06-01", gw("1").is(ONLINE).announced()),
                announced("contract", "2025-01-01", gw("2").is(CONTRACTED).announced()));

        assertThat(row.requireBelieved().said().status()).isEqualTo(ONLINE);
        assertThat(told(row)).isEqualTo("online 1 gw");
        assertThat(lines(row.notCounted())).containsExactly("contract SUPERSEDED 2");
    }

    @Test
    void anUndisclosedQuantityIsNotZero() {
        CapacityRow row = only(announced(
                "a",
                "2026-01-01",
                Capacities.of(Qualifier.UNDISCLOSED, null, MW).announced()));

        assertThat(told(row)).isEqualTo("a undisclosed mw");
        assertThat(lines(row.counted())).containsExactly("a quantity null");
    }

    @Test
    void aRangeCountsItsUpperEnd() {
        Quantity range =
                new Quantity(Qualifier.RANGE, null, new BigDecimal("2"), new BigDecimal("3.50"), GW, "2 to 3.5 GW");

        assertThat(told(only(announced("a", "2026-01-01", Capacities.of(range).announced()))))
                .isEqualTo("a 3.5 gw");
    }

    @Test
    void aLeastQuantityIsOpenEndedUntilReleased() {
        Capacities atLeast = Capacities.of(Qualifier.AT_LEAST, new BigDecimal("220000"), GPU);

        assertThat(only(announced("a", "2026-01-01", atLeast.announced())).openEnded())
                .isTrue();
        assertThat(only(announced("a", "2026-01-01", atLeast.is(RELEASED).announced()))
                        .openEnded())
                .isFalse();
        assertThat(only(announced("a", "2026-01-01", gw("1").announced())).openEnded())
                .isFalse();
    }

    @Test
    void whatAMergeMadeOnesOwnStaysAndIsFlagged() {
        assertThat(only(announced(
                                "a",
                                "2026-01-01",
                                gw("1").between("spacex", "spacex").announced()))
                        .self())
                .isTrue();
        assertThat(only(announced("a", "2026-01-01", gw("1").announced())).self())
                .isFalse();
    }

    @Test
    void aRowThatLostAllThatCountedIsShownOnlyWhenExplaining() {
        Capacity capacity = Capacity.of(standing(
                announced("gone", "2026-01-01", gw("5").announced()).leftOut(Reason.RETRACTED),
                announced("here", "2026-01-01", gw("1").at("there").announced())));

        assertThat(capacity.rows()).extracting(row -> row.key().site()).containsExactly("there");
        assertThat(capacity.explainedRows())
                .extracting(row -> row.key().site() + " " + lines(row.notCounted()))
                .containsExactly("null [gone RETRACTED 5]", "there []");
        assertThat(capacity.emptied().getFirst().counted()).isEmpty();
        assertThat(capacity.emptied().getFirst().openEnded()).isFalse();
    }

    @Test
    void whatIsStillToComeJoinsARowButOpensNone() {
        Capacity capacity = Capacity.of(standingAt(
                "2026-03-01",
                List.of(
                        announced("here", "2026-01-01", gw("5").announced()),
                        announced("wider", "2026-06-01", gw("9").announced()),
                        announced("other", "2026-06-01", gw("1").at("there").announced()))));

        assertThat(capacity.emptied()).isEmpty();
        assertThat(capacity.rows())
                .singleElement()
                .satisfies(row -> assertThat(lines(row.notCounted())).containsExactly("wider AFTER_VALID_AT 9"));
        assertThat(lines(capacity.notCounted())).containsExactly("other AFTER_VALID_AT 1");
    }

    @Test
    void aSubjectSeesWhatItProvidesAndWhatItUses() {
        Capacity capacity = Capacity.of(standingAt(
                "2026-03-01",
                List.of(
                        announced(
                                "a",
                                "2026-01-01",
                                gw("1").between("hut-8", "fluidstack").announced()),
                        announced(
                                "b",
                                "2026-01-01",
                                gw("1").between("fluidstack", "anthropic").announced()),
                        announced(
                                        "c",
                                        "2026-01-01",
                                        gw("1").between("hut-8", "fluidstack")
                                                .at("x")
                                                .announced())
                                .leftOut(Reason.DEPRECATED),
                        announced(
                                "d", "2026-06-01", gw("1").between("hut-8", "x").announced()))));

        assertThat(capacity.matching("fluidstack").rows()).hasSize(2);
        assertThat(capacity.matching("hut-8").rows()).hasSize(1);
        assertThat(capacity.matching("hut-8").emptied()).hasSize(1);
        assertThat(capacity.matching("hut-8").notCounted()).hasSize(1);
        assertThat(capacity.matching("anthropic").rows()).hasSize(1);
        assertThat(capacity.matching("anthropic").emptied()).isEmpty();
        assertThat(capacity.matching("anthropic").notCounted()).isEmpty();
    }

    private static CapacityRow only(Announced... announced) {
        List<CapacityRow> rows = Capacity.of(standing(announced)).rows();
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private static String told(CapacityRow row) {
        return row.requireBelieved().stated().announcement() + " "
                + row.requireBelieved().written();
    }

    private static List<String> lines(List<Explained> lines) {
        return lines.stream()
                .map(line -> line.announcement()
                        + " "
                        + (line.reason() == null ? line.field() : line.reason())
                        + " "
                        + line.amount())
                .toList();
    }
}
