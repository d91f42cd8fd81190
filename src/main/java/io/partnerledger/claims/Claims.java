package io.partnerledger.claims;

import io.partnerledger.announcement.Comparator;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Statement.PartnerCountClaimed;
import io.partnerledger.roster.Roster;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.LeftOut;
import io.partnerledger.standing.Part;
import io.partnerledger.standing.Standing;
import io.partnerledger.standing.Stated;
import io.partnerledger.standing.Unit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The count claims that stand, oldest first, each against the roster on the day asked for, which need not be the day
 * of the claim. {@code leftOut} are the claims that do not stand. Source of the rules: section 4 of the contract.
 */
public record Claims(List<Claim> claims, List<LeftOut> leftOut) {

    /** Whose partners in which roles a claim counts; many claims count the same. */
    private record Asked(String subject, Set<Role> roles) {

        static Asked of(PartnerCountClaimed claim) {
            return new Asked(claim.subject(), Set.copyOf(claim.roles()));
        }

        List<String> holders(Map<String, Roster> rosters) {
            Roster roster = rosters.get(subject);
            return roster == null ? List.of() : roster.holders(roles);
        }
    }

    /** The claims as they stand. */
    public static Claims of(Standing standing) {
        return of(standing, Part.of(standing));
    }

    /** The claims about the partners of one subject, against the parts of its roster. */
    public static Claims about(String subject, List<Part> parts, LocalDate validAt) {
        return of(
                parts.stream()
                        .filter(part -> part.unit() instanceof Unit.OneCount(String of) && of.equals(subject))
                        .map(Part::standing)
                        .findFirst()
                        .orElseGet(() -> new Standing(validAt, List.of(), List.of())),
                parts);
    }

    private static Claims of(Standing standing, List<Part> parts) {
        Set<String> subjects = standing.statements().stream()
                .flatMap(stated -> stated.statement() instanceof PartnerCountClaimed claimed
                        ? Stream.of(claimed.subject())
                        : Stream.empty())
                .collect(Collectors.toSet());
        Map<String, Roster> rosters = Roster.all(parts, subjects::contains);
        Map<Asked, List<String>> holders = new HashMap<>();
        List<Claim> claims = standing.statements().stream()
                .flatMap(stated -> stated.statement() instanceof PartnerCountClaimed claimed
                        ? Stream.of(claim(
                                stated,
                                claimed,
                                holders.computeIfAbsent(Asked.of(claimed), asked -> asked.holders(rosters))))
                        : Stream.empty())
                .toList();
        List<LeftOut> leftOut = standing.leftOut().stream()
                .filter(left -> left.stated().statement() instanceof PartnerCountClaimed)
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

    private static Claim claim(Stated stated, PartnerCountClaimed claim, List<String> onRoster) {
        List<String> named = claim.named().stream().distinct().toList();
        Set<String> names = new HashSet<>(named);
        Set<String> holders = new HashSet<>(onRoster);
        long claimed = claim.count() + (claim.comparator() == Comparator.MORE_THAN ? 1L : 0L);
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
