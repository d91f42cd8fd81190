package io.partnerledger.standing;

import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationEvent;
import io.partnerledger.organization.OrganizationEvent.OrganizationAliasAdded;
import io.partnerledger.organization.OrganizationEvent.OrganizationIdentifierAssigned;
import io.partnerledger.organization.OrganizationEvent.OrganizationMergeReversed;
import io.partnerledger.organization.OrganizationEvent.OrganizationMerged;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.organization.OrganizationEvent.OrganizationRenamed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An organization as one of its events left it; {@code revision} counts its events from 1, {@code position} is where it was registered. */
public record OrganizationVersion(
        String organization,
        long revision,
        long position,
        String name,
        List<String> aliases,
        Identifiers identifiers,
        @Nullable String mergedInto) {

    static OrganizationVersion of(OrganizationRegistered event, long position) {
        return new OrganizationVersion(
                event.organization(), 1, position, event.name(), event.aliases(), event.identifiers(), null);
    }

    /** The versions that its events up to a position made, oldest first. */
    static List<InForce<OrganizationVersion>> versions(List<Past.Told> past, long upTo) {
        List<InForce<OrganizationVersion>> versions = new ArrayList<>(past.size());
        @Nullable OrganizationVersion last = null;
        for (Past.Told told : past) {
            if (told.position() <= upTo) {
                last = last == null
                        ? of((OrganizationRegistered) told.event(), told.position())
                        : last.after((OrganizationEvent) told.event());
                versions.add(new InForce<>(told.position(), last));
            }
        }
        return versions;
    }

    OrganizationVersion after(OrganizationEvent event) {
        return switch (event) {
            case OrganizationRegistered e -> throw new IllegalStateException(e.organization() + " is registered twice");
            case OrganizationRenamed e -> next(e.name(), with(name), identifiers, mergedInto);
            case OrganizationAliasAdded e -> next(name, with(e.alias()), identifiers, mergedInto);
            case OrganizationIdentifierAssigned e -> next(name, aliases, identifiers.and(e.identifiers()), mergedInto);
            case OrganizationMerged e -> next(name, aliases, identifiers, e.into());
            case OrganizationMergeReversed _ -> next(name, aliases, identifiers, null);
        };
    }

    private List<String> with(String alias) {
        return Stream.concat(aliases.stream(), Stream.of(alias)).distinct().toList();
    }

    private OrganizationVersion next(String called, List<String> alsoCalled, Identifiers known, @Nullable String into) {
        return new OrganizationVersion(organization, revision + 1, position, called, alsoCalled, known, into);
    }
}
