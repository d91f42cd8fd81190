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

    /** The events up to a position, that at the position last, and at most so many; without it if the log ends before. */
    List<Told> upTo(long position, int count);

    /** The ids of the announcements whose events are at these positions. */
    Map<Long, String> announcementsAt(Collection<Long> positions);

    /** The first so many ids of announcements that begin like this, in order. */
    List<String> announcementsLike(String beginning, int limit);

    Map<String, List<Told>> ofOrganizations(Collection<String> ids);
}
