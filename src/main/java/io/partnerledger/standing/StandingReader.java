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

    private static final int MOST_ALIKE = 500;
    private static final int DAY_OF_ID = "a20260501".length();

    private final JdbcClient client;
    private final Past past;

    public StandingReader(Generation generation, Past past) {
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

    /**
     * Announcements as they stood at a position, newest recorded first, of those recorded before {@code before}.
     *
     * @param keys sets of keys of which each must be spoken of at least once
     */
    public List<AnnouncementVersion> announcements(List<Set<String>> keys, long before, int limit, long position) {
        StringBuilder sql =
                new StringBuilder("SELECT id FROM announcement_version WHERE from_position < :before AND revision = 1");
        for (int i = 0; i < keys.size(); i++) {
            sql.append(" AND from_position IN (SELECT announcement FROM announcement_key WHERE key IN (:keys")
                    .append(i)
                    .append("))");
        }
        JdbcClient.StatementSpec query = client.sql(
                        sql.append(" ORDER BY from_position DESC LIMIT :limit").toString())
                .param("before", Math.min(before, position + 1))
                .param("limit", limit);
        for (int i = 0; i < keys.size(); i++) {
            query = query.param("keys" + i, keys.get(i));
        }
        return announcements(query.query((row, _) -> row.getString(1)).list(), position);
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
        return client.sql("SELECT id FROM announcement_version WHERE revision = 1 AND id >= :from AND id < :to"
                        + " ORDER BY id LIMIT " + MOST_ALIKE)
                .param("from", day)
                .param("to", day + Character.MAX_VALUE)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Whether any statement ever spoke of the deal. */
    public boolean isKnownDeal(String slug) {
        return client.sql("SELECT 1 FROM announcement_key WHERE key = :key LIMIT 1")
                        .param("key", StandingKeys.deal(slug))
                        .query()
                        .listOfRows()
                        .size()
                > 0;
    }

    /** The slugs of all deals that were ever spoken of. */
    public List<String> deals() {
        return client.sql("SELECT DISTINCT key FROM announcement_key WHERE key LIKE 'd:%' ORDER BY key")
                .query((row, _) -> row.getString(1).substring(2))
                .list();
    }
}
