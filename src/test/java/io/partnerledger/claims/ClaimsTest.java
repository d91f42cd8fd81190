package io.partnerledger.claims;

import static io.partnerledger.announcement.Comparator.ABOUT;
import static io.partnerledger.announcement.Comparator.AT_LEAST;
import static io.partnerledger.announcement.Comparator.EXACTLY;
import static io.partnerledger.announcement.Comparator.MORE_THAN;
import static io.partnerledger.announcement.Role.CLOUD_PROVIDER;
import static io.partnerledger.announcement.Role.CUSTOMER;
import static io.partnerledger.announcement.Role.INVESTOR;
import static io.partnerledger.standing.Announced.announced;
import static io.partnerledger.standing.Announced.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.partnerledger.announcement.Comparator;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.announcement.Statement.PartnerCountClaimed;
import io.partnerledger.standing.Announced;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a count claim holds against the roster. */
class ClaimsTest {

    private static final Announced PARTNERS = announced(
            "partners",
            "2026-06-01",
            added("amazon", CLOUD_PROVIDER, INVESTOR),
            added("google", CLOUD_PROVIDER),
            added("cisco", INVESTOR),
            added("zoom", CUSTOMER));

    @Test
    void theNamedAreMatchedAndTheRestOfTheRosterIsExtra() {
        Claim claim = claim(claimed(AT_LEAST, 7, List.of(), "zoom", "amazon", "unknown"));

        assertThat(claim.onRoster()).containsExactly("amazon", "cisco", "google", "zoom");
        assertThat(claim.matched()).containsExactly("zoom", "amazon");
        assertThat(claim.notOnRoster()).containsExactly("unknown");
        assertThat(claim.extra()).containsExactly("cisco", "google");
        assertThat(claim.unnamed()).isEqualTo(4);
    }

    @Test
    void aClaimAboutRolesIsHeldAgainstHoldersOfAnyOfThem() {
        Claim claim = claim(claimed(EXACTLY, 2, List.of(CUSTOMER, INVESTOR)));

        assertThat(claim.onRoster()).containsExactly("amazon", "cisco", "zoom");
    }

    @Test
    void moreThanClaimsOneMore() {
        Claim claim = claim(claimed(MORE_THAN, 3, List.of(), "amazon"));

        assertThat(claim.count()).isEqualTo(3);
        assertThat(claim.claimed()).isEqualTo(4);
        assertThat(claim.unnamed()).isEqualTo(3);
    }

    @Test
    void moreThanTheLargestCountIsOneMore() {
        Claim claim = claim(claimed(MORE_THAN, Integer.MAX_VALUE, List.of(), "amazon"));

        assertThat(claim.claimed()).isEqualTo(2_147_483_648L);
        assertThat(claim.unnamed()).isEqualTo(2_147_483_647L);
    }

    @ParameterizedTest
    @EnumSource(
            value = Comparator.class,
            names = {"AT_LEAST", "EXACTLY", "ABOUT"})
    void otherComparatorsClaimTheirCount(Comparator comparator) {
        assertThat(claim(claimed(comparator, 3, List.of())).claimed()).isEqualTo(3);
    }

    @Test
    void moreNamesThanClaimedLeaveNoneUnnamed() {
        assertThat(claim(claimed(ABOUT, 1, List.of(), "amazon", "google")).unnamed())
                .isZero();
    }

    @Test
    void namesThatAMergeMadeOneCountOnce() {
        Claim claim = claim(claimed(AT_LEAST, 3, List.of(), "google", "amazon", "google"));

        assertThat(claim.named()).containsExactly("google", "amazon");
        assertThat(claim.matched()).containsExactly("google", "amazon");
        assertThat(claim.unnamed()).isEqualTo(1);
    }

    @Test
    void aClaimAboutAnUnknownSubjectIsHeldAgainstAnEmptyRoster() {
        Claim claim = Claims.of(standing(announced(
                        "a",
                        "2026-01-01",
                        new PartnerCountClaimed("nobody", List.of(), EXACTLY, 9, List.of("amazon")))))
                .claims()
                .getFirst();

        assertThat(claim.onRoster()).isEmpty();
        assertThat(claim.notOnRoster()).containsExactly("amazon");
    }

    @Test
    void claimsAreOrderedOldestFirst() {
        Claims claims = Claims.of(standing(
                announced("later", "2026-05-08", claimed(AT_LEAST, 7, List.of())),
                announced("earlier", "2026-05", claimed(AT_LEAST, 7, List.of())),
                announced("same", "2026-05", claimed(AT_LEAST, 7, List.of()))));

        assertThat(claims.claims()).extracting(Claim::announcement).containsExactly("earlier", "same", "later");
    }

    @Test
    void aSubjectSeesTheClaimsAboutItselfAndWhyOthersDoNotStand() {
        Claims claims = Claims.of(standing(
                announced("a", "2026-01-01", claimed(AT_LEAST, 7, List.of())),
                announced("gone", "2026-01-02", claimed(AT_LEAST, 8, List.of())).leftOut(Reason.DUPLICATE)));

        assertThat(claims.matching("anthropic").claims())
                .extracting(Claim::announcement)
                .containsExactly("a");
        assertThat(claims.matching("anthropic").notCounted())
                .extracting(Explained::announcement, Explained::reason)
                .containsExactly(tuple("gone", Reason.DUPLICATE));
        assertThat(claims.matching("openai").claims()).isEmpty();
        assertThat(claims.matching("openai").notCounted()).isEmpty();
    }

    private static Claim claim(Statement claimed) {
        return Claims.of(standing(PARTNERS, announced("claim", "2026-01-01", claimed)))
                .claims()
                .getFirst();
    }

    private static Statement claimed(Comparator comparator, int count, List<Role> roles, String... named) {
        return new PartnerCountClaimed("anthropic", roles, comparator, count, List.of(named));
    }

    private static Statement added(String partner, Role... roles) {
        return new PartnerAdded("anthropic", partner, List.of(roles), List.of(), null, null, null);
    }
}
