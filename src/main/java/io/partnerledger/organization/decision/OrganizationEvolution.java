package io.partnerledger.organization.decision;

import io.partnerledger.organization.NameKey;
import io.partnerledger.organization.OrganizationEvent;
import io.partnerledger.organization.OrganizationEvent.OrganizationAliasAdded;
import io.partnerledger.organization.OrganizationEvent.OrganizationIdentifierAssigned;
import io.partnerledger.organization.OrganizationEvent.OrganizationMergeReversed;
import io.partnerledger.organization.OrganizationEvent.OrganizationMerged;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.organization.OrganizationEvent.OrganizationRenamed;
import io.partnerledger.organization.decision.OrganizationState.Entry;
import io.partnerledger.organization.decision.OrganizationState.Known;
import io.partnerledger.organization.decision.OrganizationState.Merged;
import io.partnerledger.organization.decision.OrganizationState.Registered;
import io.partnerledger.organization.decision.OrganizationState.Unknown;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an organization is after an event. It takes any event in any state and judges none. */
public final class OrganizationEvolution {

    private OrganizationEvolution() {}

    /** The state after the event. */
    public static OrganizationState evolve(OrganizationState state, OrganizationEvent event) {
        return switch (state) {
            case Unknown unknown ->
                event instanceof OrganizationRegistered e ? new Registered(1, registered(e)) : unknown;
            case Known known -> after(known, event);
        };
    }

    private static OrganizationState after(Known known, OrganizationEvent event) {
        Entry entry = known.entry();
        return switch (event) {
            case OrganizationRegistered e -> with(known, registered(e));
            case OrganizationRenamed e ->
                with(known, new Entry(e.name(), and(entry.keys(), e.name()), entry.identifiers()));
            case OrganizationAliasAdded e ->
                with(known, new Entry(entry.name(), and(entry.keys(), e.alias()), entry.identifiers()));
            case OrganizationIdentifierAssigned e ->
                with(
                        known,
                        new Entry(
                                entry.name(), entry.keys(), entry.identifiers().and(e.identifiers())));
            case OrganizationMerged e -> new Merged(known.revision() + 1, entry, e.into());
            case OrganizationMergeReversed _ -> new Registered(known.revision() + 1, entry);
        };
    }

    private static Known with(Known known, Entry entry) {
        return switch (known) {
            case Registered s -> new Registered(s.revision() + 1, entry);
            case Merged s -> new Merged(s.revision() + 1, entry, s.into());
        };
    }

    private static Entry registered(OrganizationRegistered event) {
        Set<String> keys = Stream.concat(Stream.of(event.name()), event.aliases().stream())
                .map(NameKey::of)
                .collect(Collectors.toUnmodifiableSet());
        return new Entry(event.name(), keys, event.identifiers());
    }

    private static Set<String> and(Set<String> keys, String name) {
        return Stream.concat(keys.stream(), Stream.of(NameKey.of(name))).collect(Collectors.toUnmodifiableSet());
    }
}
