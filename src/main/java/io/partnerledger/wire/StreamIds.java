package io.partnerledger.wire;

import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.organization.OrganizationEvent;

/** Names the stream that an event belongs to: {@code announcement/<id>} or {@code organization/<id>}. */
public final class StreamIds {

    private StreamIds() {}

    /** The stream of an event; anything else is an {@link IllegalArgumentException}. */
    public static String of(Object event) {
        return switch (event) {
            case AnnouncementEvent happened -> ofAnnouncement(happened.announcement());
            case OrganizationEvent happened -> ofOrganization(happened.organization());
            default -> throw new IllegalArgumentException(event.getClass().getName() + " is not a stored event");
        };
    }

    /** The id of the announcement whose stream this is. */
    public static String announcementOf(String stream) {
        return stream.substring(stream.indexOf('/') + 1);
    }

    /** The stream of the announcement with this id. */
    public static String ofAnnouncement(String id) {
        return "announcement/" + id;
    }

    /** The stream of the organization with this id. */
    public static String ofOrganization(String id) {
        return "organization/" + id;
    }
}
