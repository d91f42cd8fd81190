package io.partnerledger.roster;

import static io.partnerledger.announcement.Role.CHIP_SUPPLIER;
import static io.partnerledger.announcement.Role.CLOUD_PROVIDER;
import static io.partnerledger.announcement.Role.CUSTOMER;
import static io.partnerledger.announcement.Role.INVESTOR;
import static io.partnerledger.announcement.SourceTier.REGULATORY_FILING;
import static io.partnerledger.announcement.SourceTier.SOCIAL;
import static io.partnerledger.standing.Announced.announced;
import static io.partnerledger.standing.Announced.standing;
import static io.partnerledger.standing.Announced.standingAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.announcement.Statement.PartnerRemoved;
import io.partnerledger.corpus.WrittenDate;
import io.partnerledger.standing.Announced;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is a partner in which role, since when and until when. */
class RosterTest {

    @Test
    void aRoleStartsOnTheEarliestDayAnnounced() {
        Roster roster = roster(announced("a", "2026-05", added(CLOUD_PROVIDER)));

        assertThat(held(roster)).containsExactly("amazon CLOUD_PROVIDER 2026-05-01 [a]");
        assertThat(roster.partners().getFirst().roles().getFirst().sinceAsWritten())
                .hasToString("2026-05");
    }

    @Test
    void aRoleStartsOnTheEarliestDayItIsEffective() {
        Roster roster = roster(announced("a", "2026-05-20", added("2026-03~", CLOUD_PROVIDER)));

        assertThat(held(roster)).containsExactly("amazon CLOUD_PROVIDER 2026-03-01 [a]");
        assertThat(roster.partners().getFirst().roles().getFirst().sinceAsWritten())
                .hasToString("2026-03~");
    }

    @Test
    void theEndOfAnIntervalIsIgnored() {
        Roster roster = roster(announced("a", "2026-05-20", added("2026-03/..", CLOUD_PROVIDER)));

        assertThat(held(roster)).containsExactly("amazon CLOUD_PROVIDER 2026-03-01 [a]");
    }

    @Test
    void partnersAreOrderedByIdAndRolesByName() {
        Roster roster = roster(
                announced("a", "2026-05-01", partnerAdded("xai", INVESTOR)),
                announced("b", "2026-05-02", added(INVESTOR, CHIP_SUPPLIER, CLOUD_PROVIDER)));

        assertThat(held(roster))
                .containsExactly(
                        "amazon CHIP_SUPPLIER 2026-05-02 [b]",
                        "amazon CLOUD_PROVIDER 2026-05-02 [b]",
                        "amazon INVESTOR 2026-05-02 [b]",
                        "xai INVESTOR 2026-05-01 [a]");
    }

    @Test
    void sinceIsTheFirstAdditionOfTheUnbrokenSpellInWhateverOrderTheyArrive() {
        Roster roster = roster(
                announced("third", "2026-03-01", added("2026-05", CLOUD_PROVIDER)),
                announced("second", "2026-04-01", added(CLOUD_PROVIDER)),
                announced("first", "2026-01-01", added(CLOUD_PROVIDER)));

        assertThat(held(roster)).containsExactly("amazon CLOUD_PROVIDER 2026-01-01 [first, second, third]");
    }

    @Test
    void aRemovalEndsOnlyTheRolesItNames() {
        Roster roster = roster(
                announced("a", "2026-01-01", added(CLOUD_PROVIDER, INVESTOR)),
                announced("b", "2026-02", removed(null, INVESTOR)));

        assertThat(held(roster)).containsExactly("amazon CLOUD_PROVIDER 2026-01-01 [a]");
        assertThat(lost(roster)).containsExactly("amazon INVESTOR 2026-01-01 2026-02-01 [a, b]");
    }

    @Test
    void aRemovalWithoutRolesEndsAllThatAreHeld() {
        Roster roster = roster(
                announced("a", "2026-01-01", added(CLOUD_PROVIDER, INVESTOR)),
                announced("b", "2026-02-01", removed("2024~")),
                announced("c", "2023-01-01", added(CUSTOMER)),
                announced("d", "2023-02-01", added(CHIP_SUPPLIER)));

        assertThat(held(roster))
                .containsExactly("amazon CLOUD_PROVIDER 2026-01-01 [a]", "amazon INVESTOR 2026-01-01 [a]");
        assertThat(lost(roster))
                .containsExactly(
                        "amazon CHIP_SUPPLIER 2023-02-01 2024-01-01 [d, b]",
                        "amazon CUSTOMER 2023-01-01 2024-01-01 [c, b]");
    }

    @Test
    void aRoleIsHeldBeforeTheDayItEndsAndNotOnIt() {
        List<Announced> announced = List.of(
                announced("a", "2026-01-01", added(CLOUD_PROVIDER)),
                announced("b", "2026-01-02", removed("2026-02-01", CLOUD_PROVIDER)));

        assertThat(held(Roster.of(standingAt("2026-01-31", announced), "anthropic")))
                .hasSize(1);
        assertThat(lost(Roster.of(standingAt("2026-01-31", announced), "anthropic")))
                .isEmpty();
        assertThat(held(Roster.of(standingAt("2026-02-01", announced), "anthropic")))
                .isEmpty();
        assertThat(lost(Roster.of(standingAt("2026-02-01", announced), "anthropic")))
                .hasSize(1);
    }

    @Test
    void aRoleHeldAgainStartsANewSpellAndTheOldOneIsKept() {
        Roster roster = roster(
                announced("a", "2026-01-01", added(CLOUD_PROVIDER)),
                announced("b", "2026-02-01", removed(null, CLOUD_PROVIDER)),
                announced("c", "2026-03-01", added(CLOUD_PROVIDER)));

        assertThat(held(roster)).containsExactly("amazon CLOUD_PROVIDER 2026-03-01 [c]");
        assertThat(lost(roster)).containsExactly("amazon CLOUD_PROVIDER 2026-01-01 2026-02-01 [a, b]");
    }

    @Test
    void endedSpellsAreOrderedByRoleAndThenByTime() {
        Roster roster = roster(
                announced("a", "2026-01-01", added(INVESTOR, CUSTOMER)),
                announced("b", "2026-02-01", removed(null, INVESTOR)),
                announced("c", "2026-03-01", removed(null, CUSTOMER)),
                announced("d", "2026-04-01", added(CUSTOMER)),
                announced("e", "2026-05-01", removed(null)));

        assertThat(lost(roster))
                .containsExactly(
                        "amazon CUSTOMER 2026-01-01 2026-03-01 [a, c]",
                        "amazon CUSTOMER 2026-04-01 2026-05-01 [d, e]",
                        "amazon INVESTOR 2026-01-01 2026-02-01 [a, b]");
    }

    @Test
    void onOneDayTheOlderAnnouncementComesFirst() {
        Roster roster = roster(
                announced("removal", "2026-01-05", removed("2026-03-01", CLOUD_PROVIDER)),
                announced("return", "2026-01-06", added("2026-03-01", CLOUD_PROVIDER)),
                announced("start", "2026-01-01", added(CLOUD_PROVIDER)));

        assertThat(held(roster)).containsExactly("amazon CLOUD_PROVIDER 2026-03-01 [return]");
    }

    @Test
    void onOneDayOfAnnouncementTheWeakerSourceComesFirst() {
        Roster roster = roster(
                announced("filing", "2026-03-01", REGULATORY_FILING, added(CLOUD_PROVIDER)),
                announced("post", "2026-03-01", SOCIAL, removed(null, CLOUD_PROVIDER)));

        assertThat(held(roster)).hasSize(1);
        assertThat(roster.conflicts()).hasSize(1);
    }

    @Test
    void aRemovalWithoutAnAdditionChangesNothingAndIsAConflict() {
        Roster roster = roster(
                announced("a", "2026-02-01", added(CLOUD_PROVIDER)),
                announced("b", "2026-01-01", removed(null, CLOUD_PROVIDER, CLOUD_PROVIDER)),
                announced("c", "2026-01-02", partnerRemoved("xai")),
                announced("d", "2026-03-01", removed(null, INVESTOR)));

        assertThat(held(roster)).containsExactly("amazon CLOUD_PROVIDER 2026-02-01 [a]");
        assertThat(roster.former()).isEmpty();
        assertThat(roster.conflicts())
                .extracting(conflict -> conflict.announcement() + " " + conflict.partner() + " " + conflict.role())
                .containsExactly("b amazon CLOUD_PROVIDER", "d amazon INVESTOR", "c xai null");
        assertThat(roster.partners().getFirst().notCounted())
                .extracting(line -> line.announcement() + " " + line.reason())
                .containsExactly("b SUPERSEDED", "d SUPERSEDED");
        assertThat(roster.notCounted())
                .extracting(line -> line.announcement() + " " + line.reason())
                .containsExactly("c SUPERSEDED");
    }

    @Test
    void whatIsNotYetEffectiveIsExplained() {
        List<Announced> announced = List.of(
                announced("a", "2026-01-01", added("2026-06", CLOUD_PROVIDER), added(INVESTOR)),
                announced("b", "2026-01-02", partnerAdded("xai", "2027", INVESTOR)),
                announced("c", "2026-01-03", removed("2026-07-01")));
        Roster roster = Roster.of(standingAt("2026-03-01", announced), "anthropic");

        assertThat(held(roster)).containsExactly("amazon INVESTOR 2026-01-01 [a]");
        assertThat(lines(roster.partners().getFirst().counted())).containsExactly("a roles");
        assertThat(lines(roster.partners().getFirst().notCounted()))
                .containsExactly("a NOT_YET_EFFECTIVE", "c NOT_YET_EFFECTIVE");
        assertThat(lines(roster.notCounted())).containsExactly("b NOT_YET_EFFECTIVE");
    }

    @Test
    void eachListCountsTheStatementsOfItsOwnSpells() {
        Roster roster = roster(
                announced("a", "2026-01-01", added(CLOUD_PROVIDER)),
                announced("b", "2026-01-02", added(INVESTOR)),
                announced("c", "2026-01-03", removed(null, INVESTOR)),
                announced("d", "2026-01-04", added(CUSTOMER)).leftOut(Reason.RETRACTED));

        assertThat(lines(roster.partners().getFirst().counted())).containsExactly("a roles");
        assertThat(lines(roster.partners().getFirst().notCounted())).containsExactly("d RETRACTED");
        assertThat(lines(roster.former().getFirst().counted())).containsExactly("b roles", "c former");
        assertThat(roster.former().getFirst().notCounted()).isEmpty();
    }

    @Test
    void whatWasTakenOutOfAnEmptyRosterIsExplainedApart() {
        Roster roster =
                roster(announced("a", "2026-01-01", added(CLOUD_PROVIDER)).leftOut(Reason.RETRACTED));

        assertThat(roster.partners()).isEmpty();
        assertThat(lines(roster.notCounted())).containsExactly("a RETRACTED");
    }

    @Test
    void productsOfASpellAreJoinedAndScopeAndExclusivityAreAsLastStated() {
        Roster roster = roster(
                announced("a", "2026-01-01", offering(List.of("Trainium", "AWS"), "training", true)),
                announced("b", "2026-02-01", offering(List.of("Bedrock", "AWS"), "all", null)),
                announced("c", "2026-03-01", offering(List.of(), null, null)));

        HeldRole role = roster.partners().getFirst().roles().getFirst();
        assertThat(role.products()).containsExactly("AWS", "Bedrock", "Trainium");
        assertThat(role.scope()).isEqualTo("all");
        assertThat(role.exclusive()).isTrue();
    }

    @Test
    void aSurvivorThatPartnersWithItselfStaysAndIsFlagged() {
        Roster roster = roster(announced("a", "2026-01-01", partnerAdded("anthropic", CUSTOMER), added(CUSTOMER)));

        assertThat(roster.partners()).extracting(Partner::self).containsExactly(false, true);
    }

    @Test
    void eachSubjectHasItsOwnRoster() {
        Announced both = announced(
                "a",
                "2026-01-01",
                added(INVESTOR),
                new PartnerAdded("openai", "microsoft", List.of(INVESTOR), List.of(), null, null, null));

        assertThat(Roster.all(standing(both))).containsOnlyKeys("anthropic", "openai");
        assertThat(held(Roster.of(standing(both), "openai"))).containsExactly("microsoft INVESTOR 2026-01-01 [a]");
        assertThat(Roster.of(standing(both), "nobody").partners()).isEmpty();
    }

    private static Roster roster(Announced... announced) {
        return Roster.of(standing(announced), "anthropic");
    }

    private static PartnerAdded added(Role... roles) {
        return partnerAdded("amazon", roles);
    }

    private static PartnerAdded added(String effectiveOn, Role... roles) {
        return partnerAdded("amazon", effectiveOn, roles);
    }

    private static PartnerAdded partnerAdded(String partner, Role... roles) {
        return new PartnerAdded("anthropic", partner, List.of(roles), List.of(), null, null, null);
    }

    private static PartnerAdded partnerAdded(String partner, String effectiveOn, Role... roles) {
        return new PartnerAdded(
                "anthropic", partner, List.of(roles), List.of(), null, null, WrittenDate.of(effectiveOn));
    }

    private static PartnerAdded offering(List<String> products, @Nullable String scope, @Nullable Boolean exclusive) {
        return new PartnerAdded("anthropic", "amazon", List.of(CLOUD_PROVIDER), products, scope, exclusive, null);
    }

    private static PartnerRemoved removed(@Nullable String effectiveOn, Role... roles) {
        return new PartnerRemoved(
                "anthropic", "amazon", List.of(roles), null, effectiveOn == null ? null : WrittenDate.of(effectiveOn));
    }

    private static PartnerRemoved partnerRemoved(String partner) {
        return new PartnerRemoved("anthropic", partner, List.of(), null, null);
    }

    private static List<String> held(Roster roster) {
        return roster.partners().stream()
                .flatMap(partner -> partner.roles().stream()
                        .map(role ->
                                partner.id() + " " + role.role() + " " + role.since() + " " + role.announcements()))
                .toList();
    }

    private static List<String> lost(Roster roster) {
        return roster.former().stream()
                .flatMap(partner -> partner.roles().stream()
                        .map(role -> partner.id() + " " + role.role() + " " + role.since() + " " + role.until() + " "
                                + role.announcements()))
                .toList();
    }

    private static List<String> lines(List<Explained> lines) {
        return lines.stream()
                .map(line -> line.announcement() + " " + (line.reason() == null ? line.field() : line.reason()))
                .toList();
    }
}
