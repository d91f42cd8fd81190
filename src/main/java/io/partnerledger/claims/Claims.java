package io.partnerledger.claims;

import io.partnerledger.announcement.Comparator;
import io.partnerledger.announcement.Statement.PartnerCountClaimed;
import io.partnerledger.roster.Roster;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.LeftOut;
import io.partnerledger.standing.Standing;
import io.partnerledger.standing.Stated;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The count claims that stand, oldest first, each against the roster on the day asked for, which need not be the day
 * of the claim. {@code leftOut} are the claims that do not stand. Source of the rules: section 4 of the contract.
 */
public record Claims(List<Claim> claims, List<LeftOut> leftOut) {

    /** The claims as they stand. */
    public static Claims of(Standing standing) {
        Map<String, Roster> rosters = Roster.all(standing);
        List<Claim> claims = standing.statements().stream()
                .sorted(Stated.OLDEST_FIRST)
                .flatMap(stated -> stated.statement() instanceof PartnerCountClaimed claimed
                        ? Stream.of(claim(stated, claimed, rosters))
                        : Stream.empty())
                .toList();
        List<LeftOut> leftOut = standing.leftOut().stream()
                .filter(left -> left.stated().statement() instanceof PartnerCountClaimed)
                .sorted(java.util.Comparator.comparing(LeftOut::stated, Stated.OLDEST_FIRST)
                        .thenComparing(LeftOut::reason))
                .toList();
        return new Claims(claims, leftOut);
    }

    /** The claims about the partners of one subject. */
    public Claims matching(String subject) {
        return new Claims(
                claims.stream().filter(claim -> claim.subject().equals(subject)).toList(),
                leftOut.stream()
                        .filter(left -> left.stated().statement() instanceof PartnerCountClaimed claimed
                                && claimed.subject().equals(subject))
                        .toList());
    }

    /** The claims that do not stand, as lines of an explanation. */
    public List<Explained> notCounted() {
        return leftOut.stream()
                .map(left -> Explained.notCounted(left.stated(), null, left.reason()))
                .toList();
    }

    private static Claim claim(Stated stated, PartnerCountClaimed claim, Map<String, Roster> rosters) {
        Roster roster = rosters.get(claim.subject());
        List<String> onRoster = roster == null ? List.of() : roster.holders(claim.roles());
        List<String> named = claim.named().stream().distinct().toList();
        Set<String> names = new HashSet<>(named);
        Set<String> holders = new HashSet<>(onRoster);
        int claimed = claim.count() + (claim.comparator() == Comparator.MORE_THAN ? 1 : 0);
        return new Claim(
                stated.announcement(),
                stated.index(),
                stated.position(),
                stated.announcedOn(),
                claim.subject(),
                claim.roles(),
                claim.comparator(),
                claim.count(),
                claimed,
                named,
                onRoster,
                named.stream().filter(holders::contains).toList(),
                named.stream().filter(name -> !holders.contains(name)).toList(),
                Math.max(0, claimed - named.size()),
                onRoster.stream().filter(id -> !names.contains(id)).toList());
    }
}
