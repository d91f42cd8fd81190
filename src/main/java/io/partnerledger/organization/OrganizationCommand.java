package io.partnerledger.organization;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of one organization. Ids and names come in from the edge. */
public sealed interface OrganizationCommand {

    /** The organization that is asked. */
    String organization();

    /** The revision that the asker has seen; null if any will do. */
    @Nullable
    Long expectedRevision();

    /** Enter an organization into the registry. */
    record RegisterOrganization(String organization, String name, List<String> aliases, Identifiers identifiers)
            implements OrganizationCommand {
        @Override
        public @Nullable Long expectedRevision() {
            return null;
        }
    }

    /** Give it another display name; the old one goes on resolving. */
    record RenameOrganization(
            String organization,
            @Nullable Long expectedRevision,
            String name,
            @Nullable String reason) implements OrganizationCommand {}

    /** Add another name that resolves to it. */
    record AddAlias(String organization, @Nullable Long expectedRevision, String alias)
            implements OrganizationCommand {}

    /** Assign identifiers; those given replace what stood. */
    record AssignIdentifiers(String organization, @Nullable Long expectedRevision, Identifiers identifiers)
            implements OrganizationCommand {}

    /** Let another organization answer for it from now on; {@code on} is the day the world knows for it. */
    record MergeOrganization(
            String organization,
            @Nullable Long expectedRevision,
            String into,
            @Nullable EventDate on,
            @Nullable Source source,
            String reason)
            implements OrganizationCommand {}

    /** Take a merge back. */
    record ReverseMerge(String organization, @Nullable Long expectedRevision, String reason)
            implements OrganizationCommand {}
}
