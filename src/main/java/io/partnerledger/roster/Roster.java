package io.partnerledger.roster;

import io.partnerledger.announcement.Role;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.LeftOut;
import io.partnerledger.standing.Part;
import io.partnerledger.standing.Standing;
import io.partnerledger.standing.Stated;
import io.partnerledger.standing.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The partners of one subject on the day that the statements stand at: those that hold roles and those that held some
 * before, by id. Additions and removals are taken by the day from which they hold; one that holds only from a later
 * day is not counted yet ({@code not-yet-effective}). A removal without roles ends all that are held at its turn; one
 * that finds none is a conflict and not counted ({@code superseded}). A
 * role lost and held again is in both lists. {@code notCounted} has the lines about organizations that are in neither.
 * Source of the rules: section 4 of the contract.
 */
public record Roster(
        String subject,
        List<Partner> partners,
        List<FormerPartner> former,
        List<Explained> notCounted,
        List<RosterConflict> conflicts) {

    /** The roster of one subject; empty where nothing is said of it. */
    public static Roster of(Standing standing, String subject) {
        Roster roster = all(standing, subject::equals).get(subject);
        return roster == null ? new RosterFold(subject, standing.validAt()).roster() : roster;
    }

    /** The rosters of all subjects of which anything is said, by subject. */
    public static Map<String, Roster> all(Standing standing) {
        return all(standing, _ -> true);
    }

    /** The roster of one subject without an explanation, from its parts. */
    public static Roster of(List<Part> parts, String subject) {
        return all(parts, subject::equals).getOrDefault(subject, joined(subject, List.of()));
    }

    /** The rosters of all subjects without an explanation, from their parts. */
    public static Map<String, Roster> all(List<Part> parts, Predicate<String> subject) {
        Map<String, List<Roster>> partners = new TreeMap<>();
        for (Part part : parts) {
            if (part.unit() instanceof Unit.OnePartner one && subject.test(one.subject())) {
                partners.computeIfAbsent(one.subject(), _ -> new ArrayList<>())
                        .add(part.folded(
                                Roster.class,
                                standing -> of(standing, one.subject()).unexplained()));
            }
        }
        Map<String, Roster> rosters = new TreeMap<>();
        partners.forEach((id, of) -> rosters.put(id, joined(id, of)));
        return rosters;
    }

    private Roster unexplained() {
        return new Roster(
                subject,
                partners.stream()
                        .map(one -> new Partner(one.id(), one.self(), one.roles(), List.of(), List.of()))
                        .toList(),
                former.stream()
                        .map(one -> new FormerPartner(one.id(), one.self(), one.roles(), List.of(), List.of()))
                        .toList(),
                List.of(),
                conflicts);
    }

    private static Roster joined(String subject, List<Roster> partners) {
        return new Roster(
                subject,
                partners.stream().flatMap(of -> of.partners.stream()).toList(),
                partners.stream().flatMap(of -> of.former.stream()).toList(),
                List.of(),
                partners.stream().flatMap(of -> of.conflicts.stream()).toList());
    }

    private static Map<String, Roster> all(Standing standing, Predicate<String> subject) {
        Map<String, RosterFold> folds = new TreeMap<>();
        for (Stated stated : standing.statements()) {
            Step step = Step.of(stated);
            if (step != null && subject.test(step.subject())) {
                fold(step, folds, standing.validAt()).standing(step);
            }
        }
        for (LeftOut left : standing.leftOut()) {
            Step step = Step.of(left.stated());
            if (step != null && subject.test(step.subject())) {
                fold(step, folds, standing.validAt()).leftOut(step, left.reason());
            }
        }
        Map<String, Roster> rosters = new TreeMap<>();
        folds.forEach((id, fold) -> rosters.put(id, fold.roster()));
        return rosters;
    }

    private static RosterFold fold(Step step, Map<String, RosterFold> folds, LocalDate validAt) {
        return folds.computeIfAbsent(step.subject(), id -> new RosterFold(id, validAt));
    }

    /** The partners that hold any of these roles, or any role at all where none is given, by id. */
    public List<String> holders(Collection<Role> roles) {
        return partners.stream()
                .filter(partner ->
                        roles.isEmpty() || partner.roles().stream().anyMatch(held -> roles.contains(held.role())))
                .map(Partner::id)
                .toList();
    }
}
