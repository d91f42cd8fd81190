package io.partnerledger.organization.decision;

import static io.partnerledger.announcement.Rejection.Code.ALREADY_MERGED;
import static io.partnerledger.announcement.Rejection.Code.ALREADY_REGISTERED;
import static io.partnerledger.announcement.Rejection.Code.BLANK;
import static io.partnerledger.announcement.Rejection.Code.MALFORMED_ID;
import static io.partnerledger.announcement.Rejection.Code.MERGE_INTO_ITSELF;
import static io.partnerledger.announcement.Rejection.Code.NOTHING_CHANGED;
import static io.partnerledger.announcement.Rejection.Code.NOT_MERGED;
import static io.partnerledger.announcement.Rejection.Code.NO_IDENTIFIERS;
import static io.partnerledger.announcement.Rejection.Code.REPEATED_ALIAS;
import static io.partnerledger.announcement.Rejection.Code.STALE_REVISION;
import static io.partnerledger.announcement.Rejection.Code.UNKNOWN_ORGANIZATION;

import io.partnerledger.announcement.Decision;
import io.partnerledger.announcement.Faults;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.NameKey;
import io.partnerledger.organization.OrganizationCommand;
import io.partnerledger.organization.OrganizationCommand.AddAlias;
import io.partnerledger.organization.OrganizationCommand.AssignIdentifiers;
import io.partnerledger.organization.OrganizationCommand.MergeOrganization;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.organization.OrganizationCommand.RenameOrganization;
import io.partnerledger.organization.OrganizationCommand.ReverseMerge;
import io.partnerledger.organization.OrganizationEvent;
import io.partnerledger.organization.OrganizationEvent.OrganizationAliasAdded;
import io.partnerledger.organization.OrganizationEvent.OrganizationIdentifierAssigned;
import io.partnerledger.organization.OrganizationEvent.OrganizationMergeReversed;
import io.partnerledger.organization.OrganizationEvent.OrganizationMerged;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.organization.OrganizationEvent.OrganizationRenamed;
import io.partnerledger.organization.Slug;
import io.partnerledger.organization.decision.OrganizationState.Known;
import io.partnerledger.organization.decision.OrganizationState.Merged;
import io.partnerledger.organization.decision.OrganizationState.Unknown;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides what a command does to an organization, looking at no other: names taken and circles of merges are checked
 * before. What the state forbids is refused with that one reason; faults in what was sent are refused all at once. A
 * merged organization can still be renamed, named and identified, because those facts outlive the merge.
 */
public final class OrganizationDecider {

    private OrganizationDecider() {}

    /** What the command does to an organization in this state. */
    public static Decision<OrganizationEvent> decide(OrganizationCommand command, OrganizationState state) {
        return switch (state) {
            case Unknown _ ->
                command instanceof RegisterOrganization c
                        ? register(c)
                        : Decision.refused(
                                UNKNOWN_ORGANIZATION, "", "Nothing is registered under " + command.organization());
            case Known known -> isStale(command, known) ? stale(known) : ofKnown(command, known);
        };
    }

    private static Decision<OrganizationEvent> ofKnown(OrganizationCommand command, Known state) {
        return switch (command) {
            case RegisterOrganization c ->
                Decision.refused(ALREADY_REGISTERED, "/id", c.organization() + " is already registered");
            case RenameOrganization c ->
                named(new Faults(), "/name", c.name())
                        .when(
                                c.name().equals(state.entry().name()),
                                NOTHING_CHANGED,
                                "/name",
                                "It has this name already")
                        .optional("/reason", c.reason())
                        .orElse(() -> new OrganizationRenamed(c.organization(), c.name(), c.reason()));
            case AddAlias c ->
                named(new Faults(), "/alias", c.alias())
                        .when(
                                state.entry().keys().contains(NameKey.of(c.alias())),
                                NOTHING_CHANGED,
                                "/alias",
                                "It answers to this name already")
                        .orElse(() -> new OrganizationAliasAdded(c.organization(), c.alias()));
            case AssignIdentifiers c -> assign(c, state.entry().identifiers());
            case MergeOrganization c -> merge(c, state);
            case ReverseMerge c ->
                state instanceof Merged
                        ? new Faults()
                                .required("/reason", c.reason())
                                .orElse(() -> new OrganizationMergeReversed(c.organization(), c.reason()))
                        : Decision.refused(NOT_MERGED, "", c.organization() + " answers for itself");
        };
    }

    private static Decision<OrganizationEvent> register(RegisterOrganization c) {
        Faults faults = new Faults()
                .when(
                        !Slug.isValid(c.organization()),
                        MALFORMED_ID,
                        "/id",
                        "An id is up to 64 of a-z, 0-9 and -, and starts with none of the last");
        named(faults, "/name", c.name());
        aliases(faults, c.name(), c.aliases());
        IdentifierRules.check(faults, "/identifiers", c.identifiers());
        return faults.orElse(
                () -> new OrganizationRegistered(c.organization(), c.name(), c.aliases(), c.identifiers()));
    }

    private static void aliases(Faults faults, String name, List<String> aliases) {
        Set<String> taken = new HashSet<>(Set.of(NameKey.of(name)));
        for (int i = 0; i < aliases.size(); i++) {
            String key = NameKey.of(aliases.get(i));
            named(faults, "/aliases/" + i, aliases.get(i))
                    .when(
                            !taken.add(key) && !key.isEmpty(),
                            REPEATED_ALIAS,
                            "/aliases/" + i,
                            "It answers to this name already");
        }
    }

    private static Decision<OrganizationEvent> assign(AssignIdentifiers c, Identifiers present) {
        Faults faults = new Faults();
        IdentifierRules.check(faults, "", c.identifiers());
        boolean none = c.identifiers().equals(Identifiers.NONE);
        return faults.when(none, NO_IDENTIFIERS, "", "Give at least one identifier")
                .when(
                        !none && present.and(c.identifiers()).equals(present),
                        NOTHING_CHANGED,
                        "",
                        "It has these identifiers already")
                .orElse(() -> new OrganizationIdentifierAssigned(c.organization(), c.identifiers()));
    }

    private static Decision<OrganizationEvent> merge(MergeOrganization c, Known state) {
        if (state instanceof Merged merged) {
            return Decision.refused(ALREADY_MERGED, "", merged.into() + " answers for it: reverse that merge first");
        }
        return new Faults()
                .required("/into", c.into())
                .when(c.into().equals(c.organization()), MERGE_INTO_ITSELF, "/into", "Name the organization that stays")
                .source("/source", c.source())
                .required("/reason", c.reason())
                .orElse(() -> new OrganizationMerged(c.organization(), c.into(), c.on(), c.source(), c.reason()));
    }

    /** A name resolves by its key, so punctuation alone is no name. */
    private static Faults named(Faults faults, String pointer, String name) {
        return faults.when(NameKey.of(name).isEmpty(), BLANK, pointer, "A name has letters or digits");
    }

    private static boolean isStale(OrganizationCommand command, OrganizationState state) {
        Long expected = command.expectedRevision();
        return expected != null && expected != state.revision();
    }

    private static Decision<OrganizationEvent> stale(OrganizationState state) {
        return Decision.refused(STALE_REVISION, "", "It is at revision " + state.revision() + " by now: read it again");
    }
}
