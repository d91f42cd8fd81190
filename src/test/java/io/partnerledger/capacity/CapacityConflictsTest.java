package io.partnerledger.capacity;

import static io.partnerledger.announcement.CapacityStatus.CONTRACTED;
import static io.partnerledger.announcement.CapacityStatus.ONLINE;
import static io.partnerledger.announcement.SourceTier.AGGREGATOR;
import static io.partnerledger.announcement.SourceTier.NAMED_REPORTING;
import static io.partnerledger.capacity.Capacities.gw;
import static io.partnerledger.capacity.CapacityConflict.Type.SEVERAL_PROVIDERS;
import static io.partnerledger.capacity.CapacityConflict.Type.SEVERAL_QUANTITIES;
import static io.partnerledger.standing.Announced.announced;
import static io.partnerledger.standing.Announced.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.CapacityUnit;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.capacity.CapacityConflict.Side;
import io.partnerledger.standing.Announced;
import io.partnerledger.standing.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tellings of capacity cannot all mean. */
class CapacityConflictsTest {

    @Test
    void differentQuantitiesAtOneStatusCannotAllHold() {
        List<CapacityConflict> conflicts = conflicts(
                announced("less", "2026-01-01", AGGREGATOR, gw("9").announced()),
                announced("more", "2026-01-02", NAMED_REPORTING, gw("10").announced()),
                announced("same", "2026-01-03", NAMED_REPORTING, gw("10.0").announced()));

        assertThat(conflicts).singleElement().satisfies(conflict -> {
            assertThat(conflict.type()).isEqualTo(SEVERAL_QUANTITIES);
            assertThat(conflict.status()).isEqualTo(CONTRACTED);
            assertThat(conflict.providers()).containsExactly("amazon");
            assertThat(conflict.values()).containsExactly("9 gw", "10 gw");
            assertThat(conflict.sides())
                    .containsExactly(
                            new Side("less", 0, 0, AGGREGATOR, "9 gw"),
                            new Side("more", 0, 1, NAMED_REPORTING, "10 gw"),
                            new Side("same", 0, 2, NAMED_REPORTING, "10 gw"));
        });
    }

    @Test
    void whatIsContractedAndWhatIsOnlineOfItAreAHistory() {
        assertThat(conflicts(
                        announced("contract", "2026-01-01", gw("2").announced()),
                        announced("online", "2026-01-01", gw("1").is(ONLINE).announced())))
                .isEmpty();
    }

    @Test
    void anUndisclosedQuantityContradictsNone() {
        assertThat(conflicts(
                        announced("a", "2026-01-01", gw("2").announced()),
                        announced(
                                "b",
                                "2026-01-01",
                                Capacities.of(Qualifier.UNDISCLOSED, null, CapacityUnit.GW)
                                        .announced())))
                .isEmpty();
    }

    @Test
    void whatDoesNotStandContradictsNothing() {
        assertThat(conflicts(
                        announced("a", "2026-01-01", gw("2").announced()),
                        announced("b", "2026-01-01", gw("3").announced()).leftOut(Reason.DEPRECATED)))
                .isEmpty();
    }

    @Test
    void theSameQuantityOfOneProductThroughTwoProvidersMayBeOneCapacity() {
        List<CapacityConflict> conflicts = conflicts(
                announced(
                        "later",
                        "2026-01-02",
                        gw("3.5").with("TPU").between("broadcom", "anthropic").announced()),
                announced(
                        "first",
                        "2026-01-01",
                        gw("3.50").with("TPU").between("google", "anthropic").announced()));

        assertThat(conflicts).singleElement().satisfies(conflict -> {
            assertThat(conflict.type()).isEqualTo(SEVERAL_PROVIDERS);
            assertThat(conflict.values()).containsExactly("broadcom", "google");
            assertThat(conflict.sides()).extracting(Side::announcement).containsExactly("first", "later");
            assertThat(conflict.sides()).extracting(Side::says).containsExactly("google", "broadcom");
            assertThat(conflict.involves("google")).isTrue();
            assertThat(conflict.involves("anthropic")).isTrue();
            assertThat(conflict.involves("amazon")).isFalse();
        });
    }

    @Test
    void aTellingThatIsNotBelievedMayStillTellOfOneCapacityThroughAnotherProvider() {
        assertThat(conflicts(
                        announced(
                                "a",
                                "2026-01-01",
                                AGGREGATOR,
                                gw("3.5").with("TPU").announced()),
                        announced(
                                "b",
                                "2026-01-01",
                                NAMED_REPORTING,
                                gw("1").with("TPU").announced()),
                        announced(
                                "c",
                                "2026-01-01",
                                AGGREGATOR,
                                gw("3.5")
                                        .with("TPU")
                                        .between("google", "anthropic")
                                        .announced())))
                .extracting(conflict -> conflict.type() + " " + conflict.values())
                .containsExactly("SEVERAL_QUANTITIES [1 gw, 3.5 gw]", "SEVERAL_PROVIDERS [amazon, google]");
    }

    @Test
    void twoProvidersOfOneGigawattAreNoConflictWithoutProductOrSite() {
        assertThat(conflicts(
                        announced(
                                "a",
                                "2026-01-01",
                                gw("1").between("google", "anthropic").announced()),
                        announced("b", "2026-01-01", gw("1").announced())))
                .isEmpty();
    }

    @Test
    void twoProvidersAtOneSiteMayBeOneCapacity() {
        assertThat(conflicts(
                        announced(
                                "a",
                                "2026-01-01",
                                gw("1").at("x").between("google", "anthropic").announced()),
                        announced("b", "2026-01-01", gw("1").at("x").announced())))
                .extracting(CapacityConflict::type)
                .containsExactly(SEVERAL_PROVIDERS);
    }

    @Test
    void otherQuantitiesSitesOrCustomersThroughTwoProvidersAreOtherCapacities() {
        assertThat(conflicts(
                        announced("a", "2026-01-01", gw("1").at("x").announced()),
                        announced(
                                "b",
                                "2026-01-01",
                                gw("2").at("x").between("google", "anthropic").announced()),
                        announced(
                                "c",
                                "2026-01-01",
                                gw("1").at("y").between("google", "anthropic").announced()),
                        announced(
                                "d",
                                "2026-01-01",
                                gw("1").at("x").between("google", "openai").announced())))
                .isEmpty();
    }

    private static List<CapacityConflict> conflicts(Announced... announced) {
        return Capacity.of(standing(announced)).conflicts();
    }
}
