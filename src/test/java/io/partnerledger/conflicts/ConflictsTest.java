package io.partnerledger.conflicts;

import static io.partnerledger.announcement.SourceTier.ANONYMOUS_REPORTING;
import static io.partnerledger.announcement.SourceTier.COMPANY_STATEMENT;
import static io.partnerledger.announcement.SourceTier.NAMED_REPORTING;
import static io.partnerledger.capacity.Capacities.gw;
import static io.partnerledger.standing.Announced.announced;
import static io.partnerledger.standing.Announced.standing;
import static io.partnerledger.standing.Statements.D;
import static io.partnerledger.standing.Statements.between;
import static io.partnerledger.standing.Statements.binding;
import static io.partnerledger.standing.Statements.called;
import static io.partnerledger.standing.Statements.eur;
import static io.partnerledger.standing.Statements.paid;
import static io.partnerledger.standing.Statements.rumoured;
import static io.partnerledger.standing.Statements.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.CapacityStatus;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.announcement.Statement.PartnerRemoved;
import io.partnerledger.capacity.CapacityConflict;
import io.partnerledger.conflicts.Conflict.Side;
import io.partnerledger.deals.DealConflict;
import io.partnerledger.standing.Announced;
import io.partnerledger.standing.Reason;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All that cannot hold together, in one list. */
class ConflictsTest {

    @Test
    void tellingsOfADealAreShownWithTheirTiersAndWhatTheySay() {
        List<Conflict> conflicts = conflicts(
                announced("company", "2026-01-01", COMPANY_STATEMENT, binding(usd("4"))),
                announced("press", "2026-01-02", ANONYMOUS_REPORTING, binding(usd("5"))));

        assertThat(conflicts).singleElement().satisfies(conflict -> {
            assertThat(conflict.type()).isEqualTo(Conflict.Type.SEVERAL_CEILINGS);
            assertThat(conflict.deal()).isEqualTo(D);
            assertThat(conflict.organizations()).containsExactly("amazon", "anthropic");
            assertThat(conflict.values()).containsExactly("4 USD", "5 USD");
            assertThat(conflict.sides())
                    .containsExactly(
                            new Side("company", 0, 0, COMPANY_STATEMENT, "4 USD"),
                            new Side("press", 0, 1, ANONYMOUS_REPORTING, "5 USD"));
        });
    }

    @Test
    void aRemovalWithoutAnAdditionIsShown() {
        List<Conflict> conflicts = conflicts(announced("gone", "2026-01-01", removed("zoom", Role.CUSTOMER)));

        assertThat(conflicts).singleElement().satisfies(conflict -> {
            assertThat(conflict.type()).isEqualTo(Conflict.Type.REMOVAL_WITHOUT_ADDITION);
            assertThat(conflict.deal()).isNull();
            assertThat(conflict.subject()).isEqualTo("anthropic");
            assertThat(conflict.partner()).isEqualTo("zoom");
            assertThat(conflict.role()).isEqualTo(Role.CUSTOMER);
            assertThat(conflict.organizations()).containsExactly("anthropic", "zoom");
            assertThat(conflict.sides())
                    .containsExactly(new Side("gone", 0, 0, NAMED_REPORTING, "customer until 2026-01-01"));
        });
    }

    @Test
    void aRemovalOfNoRoleInParticularSaysSo() {
        assertThat(conflicts(announced("gone", "2026-01-01", removed("zoom")))
                        .getFirst()
                        .values())
                .containsExactly("any role until 2026-01-01");
    }

    @Test
    void capacityToldInDifferentQuantitiesIsShown() {
        List<Conflict> conflicts = conflicts(announced("a", "2026-01-01", gw("1").announced(), gw("2").announced()));

        assertThat(conflicts).singleElement().satisfies(conflict -> {
            assertThat(conflict.type()).isEqualTo(Conflict.Type.SEVERAL_QUANTITIES);
            assertThat(conflict.organizations()).containsExactly("amazon", "anthropic");
            assertThat(conflict.capacity()).satisfies(capacity -> {
                assertThat(capacity.providers()).containsExactly("amazon");
                assertThat(capacity.status()).isEqualTo(CapacityStatus.CONTRACTED);
            });
            assertThat(conflict.sides()).extracting(Side::statement).containsExactly(0, 1);
        });
    }

    @Test
    void dealsComeBeforePartnersAndPartnersBeforeCapacity() {
        List<Conflict> conflicts = conflicts(
                announced("a", "2026-01-01", gw("1").announced(), gw("2").announced()),
                announced("b", "2026-01-01", removed("zoom", Role.CUSTOMER), removed("cisco")),
                announced("c", "2026-01-01", called("z", binding(usd("1"))), called("z", binding(usd("2")))),
                announced("d", "2026-01-01", binding(usd("1")), rumoured(usd("2")), paid(usd("9")), paid(eur("1"))));

        assertThat(conflicts)
                .extracting(conflict -> Stream.of(conflict.deal(), conflict.partner())
                                .filter(name -> name != null)
                                .toList()
                        + " "
                        + conflict.type())
                .containsExactly(
                        "[amazon-anthropic] SEVERAL_CEILINGS",
                        "[amazon-anthropic] SEVERAL_STAGES",
                        "[amazon-anthropic] OVERPAID",
                        "[amazon-anthropic] OTHER_CURRENCY",
                        "[z] SEVERAL_CEILINGS",
                        "[cisco] REMOVAL_WITHOUT_ADDITION",
                        "[zoom] REMOVAL_WITHOUT_ADDITION",
                        "[] SEVERAL_QUANTITIES");
    }

    @Test
    void aDisagreementAboutThePartiesConcernsAllOfThem() {
        Conflicts conflicts = Conflicts.of(standing(
                announced("a", "2026-01-01", made("google", "anthropic")),
                announced("b", "2026-01-02", COMPANY_STATEMENT, made("amazon", "anthropic"))));

        assertThat(conflicts.matching("google").conflicts())
                .extracting(Conflict::type)
                .containsExactly(Conflict.Type.SEVERAL_PARTIES);
        assertThat(conflicts.matching("amazon").conflicts()).hasSize(1);
        assertThat(conflicts.matching("openai").conflicts()).isEmpty();
    }

    @Test
    void aDealWithoutPartiesConcernsThoseThatATellingTakenOutNamed() {
        Conflicts conflicts = Conflicts.of(standing(
                announced("gone", "2026-01-01", made("google", "anthropic")).leftOut(Reason.RETRACTED),
                announced("paid", "2026-02-01", paid(usd("1")), removed("amazon"))));

        assertThat(conflicts.matching("google").conflicts())
                .extracting(Conflict::type)
                .containsExactly(Conflict.Type.NO_PARTIES);
        assertThat(conflicts.matching("amazon").conflicts())
                .extracting(Conflict::type)
                .containsExactly(Conflict.Type.REMOVAL_WITHOUT_ADDITION);
    }

    @Test
    void aDealThatNobodyWasEverNamedInConcernsWhomItsAnnouncementsName() {
        Conflicts conflicts = Conflicts.of(standing(announced("paid", "2026-02-01", paid(usd("1")), added("zoom"))));

        assertThat(conflicts.conflicts())
                .extracting(Conflict::organizations)
                .containsExactly(List.of("anthropic", "zoom"));
        assertThat(conflicts.matching("zoom").conflicts()).hasSize(1);
        assertThat(conflicts.matching("amazon").conflicts()).isEmpty();
    }

    @Test
    void everyKindOfConflictKeepsItsName() {
        assertThat(Conflict.Type.values())
                .extracting(Enum::name)
                .containsAll(names(DealConflict.Type.values()))
                .containsAll(names(CapacityConflict.Type.values()));
    }

    private static List<String> names(Enum<?>... types) {
        return Stream.of(types).map(Enum::name).toList();
    }

    private static CommitmentMade made(String from, String to) {
        return between(from, to, Instrument.EQUITY, binding(usd("1")));
    }

    private static PartnerAdded added(String partner) {
        return new PartnerAdded("anthropic", partner, List.of(Role.CUSTOMER), List.of(), null, null, null);
    }

    private static PartnerRemoved removed(String partner, Role... roles) {
        return new PartnerRemoved("anthropic", partner, List.of(roles), null, null);
    }

    private static List<Conflict> conflicts(Announced... announced) {
        return Conflicts.of(standing(announced)).conflicts();
    }
}
