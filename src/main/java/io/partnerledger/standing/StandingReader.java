package io.partnerledger.standing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads one build at a position of the log: the build says which announcements there are, the log what they say. A
 * reading is the same however far both have moved on since.
 */
public final class StandingReader {

    /**
     * Where the announcements begin that keys lead to. Each is looked up for itself: a database cannot tell how many
     * events a block has, and for a join would read the whole table.
     */
    static final String FIRST_POSITIONS = """
        SELECT (SELECT v.position FROM announcement_version v WHERE v.from_position = k.from_position)
        FROM announcement_key k WHERE k.key IN\
        """;

    private static final String LED_TO = "WITH begun(position) AS (" + FIRST_POSITIONS + """
        (:keys) AND k.block >= :block)
        SELECT DISTINCT position FROM begun WHERE position >= :since AND position < :before
        ORDER BY position DESC LIMIT :limit\
        """;

    private static final int MOST_ALIKE = 500;
    private static final int LATEST = 5_000;
    private static final int AT_ONCE = 20;
    private static final int BLOCKS_MORE = 16;
    private static final int DAY_OF_ID = "a20260501".length();

    private final Generation generation;
    private final JdbcClient client;
    private final Past past;

    public StandingReader(Generation generation, Past past) {
        this.generation = generation;
        this.client = JdbcClient.create(generation.dataSource());
        this.past = past;
    }

    /** One organization as it stood at a position. */
    public Optional<OrganizationVersion> organization(String id, long position) {
        List<Past.Told> told = past.ofOrganizations(Set.of(id)).getOrDefault(id, List.of());
        return Optional.ofNullable(InForce.at(position, OrganizationVersion.versions(told, position)));
    }

    /** One announcement as it stood at a position. */
    public Optional<AnnouncementVersion> announcement(String id, long position) {
        return announcements(List.of(id), position).stream().findFirst();
    }

    /** Whether a duplicate link takes an announcement out at the position that it was read at. */
    public boolean repeatsALiveOne(AnnouncementVersion version, long position) {
        return version.repeatsALiveOne(id -> announcement(id, position).orElse(null));
    }

    /**
     * Announcements as they stood at a position, newest recorded first, of those recorded before {@code before}.
     *
     * @param keys sets of keys of which each must be spoken of at least once
     */
    public List<AnnouncementVersion> announcements(List<Set<String>> keys, long before, int limit, long position) {
        List<String> ids = recorded(keys, Math.min(before, position + 1), limit);
        return announcements(ids, position);
    }

    /** The ids of those recorded before a position that the digests of keys lead to, newest first. */
    private List<String> recorded(List<Set<String>> keys, long before, int limit) {
        List<Long> positions =
                keys.size() == 1 ? ledTo(keys.getFirst(), before, limit) : ledToByAll(keys, before, limit);
        Map<Long, String> ids = past.announcementsAt(positions);
        return positions.stream().map(ids::get).filter(Objects::nonNull).toList();
    }

    /**
     * An announcement speaks of something from its first event on or from a later one, so those that begin since a block
     * did are found without what was told before. Of a name that is in much of the news the newest few blocks are enough.
     */
    private List<Long> ledTo(Set<String> keys, long before, int limit) {
        long blocks = 1;
        while (true) {
            long first = Math.max(0, (before - 1) / KeyBlocks.EVENTS + 1 - blocks);
            List<Long> positions = client.sql(LED_TO)
                    .param("keys", digests(keys))
                    .param("block", first)
                    .param("since", first * KeyBlocks.EVENTS)
                    .param("before", before)
                    .param("limit", limit)
                    .query((row, _) -> row.getLong(1))
                    .list();
            if (positions.size() == limit || first == 0) {
                return positions;
            }
            blocks *= BLOCKS_MORE;
        }
    }

    /** The same for what each of several sets leads to, or for all there are. */
    private List<Long> ledToByAll(List<Set<String>> keys, long before, int limit) {
        StringBuilder sql = new StringBuilder(
                "SELECT position FROM announcement_version WHERE from_position < :before AND from_position = position");
        for (int i = 0; i < keys.size(); i++) {
            sql.append(" AND from_position IN (")
                    .append(FIRST_POSITIONS)
                    .append("(:keys")
                    .append(i)
                    .append("))");
        }
        JdbcClient.StatementSpec query = client.sql(
                        sql.append(" ORDER BY from_position DESC LIMIT :limit").toString())
                .param("before", before)
                .param("limit", limit);
        for (int i = 0; i < keys.size(); i++) {
            query = query.param("keys" + i, digests(keys.get(i)));
        }
        return query.query((row, _) -> row.getLong(1)).list();
    }

    private static List<Integer> digests(Set<String> keys) {
        return keys.stream().map(StandingKeys::digest).toList();
    }

    private List<AnnouncementVersion> announcements(List<String> ids, long position) {
        Map<String, List<Past.Told>> told = past.ofAnnouncements(ids);
        return ids.stream()
                .map(id -> AnnouncementVersion.versions(told.getOrDefault(id, List.of()), position))
                .map(versions -> InForce.at(position, versions))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Ids that begin as this one does, up to its day. */
    List<String> announcementsLike(String id) {
        String day = id.substring(0, Math.min(id.length(), DAY_OF_ID));
        return past.announcementsLike(day, MOST_ALIKE);
    }

    /** Whether any statement ever spoke of the deal. */
    public boolean isKnownDeal(String slug) {
        String key = StandingKeys.deal(slug);
        List<Set<String>> keys = List.of(Set.of(key));
        long before = LiveStanding.storedPosition(generation) + 1;
        List<String> ids = recorded(keys, before, AT_ONCE);
        while (!ids.isEmpty()) {
            for (List<Past.Told> told : past.ofAnnouncements(ids).values()) {
                if (told.stream()
                        .anyMatch(event -> StandingFold.keysOf(event.event()).contains(key))) {
                    return true;
                }
                before = Math.min(before, told.getFirst().position());
            }
            ids = recorded(keys, before, AT_ONCE);
        }
        return false;
    }

    /** The slugs of the deals that the announcements recorded last ever spoke of. */
    List<String> latestDeals() {
        return past.ofAnnouncements(recorded(List.of(), Long.MAX_VALUE, LATEST)).values().stream()
                .flatMap(List::stream)
                .flatMap(told -> StandingFold.statementsOf(told.event()).stream())
                .flatMap(statement -> statement.deals().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
