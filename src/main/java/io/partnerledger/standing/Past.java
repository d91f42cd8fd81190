package io.partnerledger.standing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What was told of announcements and organizations, as the log has it: all events of each of them, in order. Those that
 * the log does not know are not in the answer.
 */
public interface Past {

    /** An event and its place in the log. */
    record Told(Object event, long position, Instant recordedAt) {}

    Map<String, List<Told>> ofAnnouncements(Collection<String> ids);

    Map<String, List<Told>> ofOrganizations(Collection<String> ids);
}
