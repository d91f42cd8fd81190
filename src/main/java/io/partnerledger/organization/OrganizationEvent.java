package io.partnerledger.organization;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to one organization. Merges and renames rewrite nothing. */
public sealed interface OrganizationEvent {

    /** The organization it happened to; for a merge, the one that was absorbed. */
    String organization();

    /** The organization was entered into the registry. */
    record OrganizationRegistered(String organization, String name, List<String> aliases, Identifiers identifiers)
            implements OrganizationEvent {
        public OrganizationRegistered {
            aliases = aliases == null ? List.of() : List.copyOf(aliases);
            identifiers = identifiers == null ? Identifiers.NONE : identifiers;
        }
    }

    /** The display name changed; the old one goes on resolving. */
    record OrganizationRenamed(
            String organization, String name, @Nullable String reason) implements OrganizationEvent {}

    /** Another name resolves to it. */
    record OrganizationAliasAdded(String organization, String alias) implements OrganizationEvent {}

    /** Identifiers were assigned; those given replaced what stood. */
    record OrganizationIdentifierAssigned(String organization, Identifiers identifiers) implements OrganizationEvent {}

    /** Another organization answers for it from this position of the log on. */
    record OrganizationMerged(
            String organization,
            String into,
            @Nullable EventDate on,
            @Nullable Source source,
            String reason) implements OrganizationEvent {}

    /** The merge was taken back. */
    record OrganizationMergeReversed(String organization, String reason) implements OrganizationEvent {}
}
