package io.partnerledger.organization.decision;

import io.partnerledger.organization.Identifiers;
import java.util.Set;

/**
 * What an organization is, as far as its next command depends on it. A merged one keeps its own name and identifiers,
 * to come back to when the merge is reversed. Revisions count events, from 1.
 */
public sealed interface OrganizationState {

    /** Where every organization starts. */
    OrganizationState UNKNOWN = new Unknown();

    /** How many events happened to it. */
    long revision();

    /** Nothing was registered under this id. */
    record Unknown() implements OrganizationState {
        @Override
        public long revision() {
            return 0;
        }
    }

    /** In the registry. */
    sealed interface Known extends OrganizationState {
        /** What the registry says of it. */
        Entry entry();
    }

    /** Answers for itself. */
    record Registered(long revision, Entry entry) implements Known {}

    /** Answered for by another. */
    record Merged(long revision, Entry entry, String into) implements Known {}

    /** The display name, the keys of all names it ever had, and what else identifies it. */
    record Entry(String name, Set<String> keys, Identifiers identifiers) {}
}
