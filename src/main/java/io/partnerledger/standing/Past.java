package io.partnerledger.standing;

import java.time.Instant;
import java.util.List;

/** What was told of one announcement or organization, as the log has it. */
public interface Past {

    /** An event and its place in the log. */
    record Told(Object event, long position, Instant recordedAt) {}

    /** All events of an announcement, in order. */
    List<Told> ofAnnouncement(String id);

    /** All events of an organization, in order. */
    List<Told> ofOrganization(String id);
}
