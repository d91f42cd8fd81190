package io.partnerledger.wire;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorroborated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDisputed;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateLinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateUnlinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRanked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementReinstated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRetracted;
import io.partnerledger.organization.OrganizationEvent.OrganizationAliasAdded;
import io.partnerledger.organization.OrganizationEvent.OrganizationIdentifierAssigned;
import io.partnerledger.organization.OrganizationEvent.OrganizationMergeReversed;
import io.partnerledger.organization.OrganizationEvent.OrganizationMerged;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.organization.OrganizationEvent.OrganizationRenamed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one table of stored names. A record may be renamed or moved freely; a name, once stored, stays. A change that
 * old readers would misread gets the next revision here and an upcaster from the one before.
 */
public final class EventTypes {

    private static final List<EventType> ALL = List.of(
            new EventType("organization.registered", 1, OrganizationRegistered.class),
            new EventType("organization.renamed", 1, OrganizationRenamed.class),
            new EventType("organization.alias-added", 1, OrganizationAliasAdded.class),
            new EventType("organization.identifier-assigned", 1, OrganizationIdentifierAssigned.class),
            new EventType("organization.merged", 1, OrganizationMerged.class),
            new EventType("organization.merge-reversed", 1, OrganizationMergeReversed.class),
            new EventType("announcement.recorded", 1, AnnouncementRecorded.class),
            new EventType("announcement.corrected", 1, AnnouncementCorrected.class),
            new EventType("announcement.disputed", 1, AnnouncementDisputed.class),
            new EventType("announcement.corroborated", 1, AnnouncementCorroborated.class),
            new EventType("announcement.ranked", 1, AnnouncementRanked.class),
            new EventType("announcement.duplicate-linked", 1, AnnouncementDuplicateLinked.class),
            new EventType("announcement.duplicate-unlinked", 1, AnnouncementDuplicateUnlinked.class),
            new EventType("announcement.retracted", 1, AnnouncementRetracted.class),
            new EventType("announcement.reinstated", 1, AnnouncementReinstated.class));

    private static final Map<String, EventType> BY_NAME =
            ALL.stream().collect(toUnmodifiableMap(EventType::name, Function.identity()));
    private static final Map<Class<?>, EventType> BY_EVENT =
            ALL.stream().collect(toUnmodifiableMap(EventType::event, Function.identity()));

    private EventTypes() {}

    /** Every type, organizations first, in the order of the documentation. */
    public static List<EventType> all() {
        return ALL;
    }

    /** The type stored under this name. */
    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The type of this event; anything else is an {@link IllegalArgumentException}. */
    public static EventType of(Object event) {
        EventType type = BY_EVENT.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(event.getClass().getName() + " is not a stored event");
        }
        return type;
    }
}
