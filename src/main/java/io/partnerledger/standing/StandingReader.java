package io.partnerledger.standing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one build at a position of the log. Rows say from which position until which they are in force, so a reading
 * is the same however far the build has moved on since.
 */
public final class StandingReader {

    private static final int IDS_PER_QUERY = 500;
    private static final int DAY_OF_ID = "a20260501".length();

    private final JdbcClient client;
    private final JsonMapper json;

    public StandingReader(Generation generation, JsonMapper json) {
        this.client = JdbcClient.create(generation.dataSource());
        this.json = json;
    }

    /** One organization as it stood at a position. */
    public Optional<OrganizationVersion> organization(String id, long position) {
        return client.sql("""
            SELECT body FROM organization_version WHERE id = :id
            AND from_position <= :at AND (until_position IS NULL OR until_position > :at)\
            """)
                .param("id", id)
                .param("at", position)
                .query((row, _) -> json.readValue(row.getString(1), OrganizationVersion.class))
                .optional();
    }

    /** One announcement as it stood at a position. */
    public Optional<AnnouncementVersion> announcement(String id, long position) {
        return Optional.ofNullable(inForce(List.of(id), position).get(id));
    }

    /**
     * Announcements as they stood at a position, newest recorded first, of those recorded before {@code before}.
     *
     * @param keys sets of keys of which each must be spoken of at least once
     */
    public List<AnnouncementVersion> announcements(List<Set<String>> keys, long before, int limit, long position) {
        StringBuilder sql = new StringBuilder("""
            SELECT body FROM announcement_version WHERE position < :before
            AND from_position <= :at AND (until_position IS NULL OR until_position > :at)\
            """);
        for (int i = 0; i < keys.size(); i++) {
            sql.append(" AND id IN (SELECT announcement FROM announcement_key WHERE key IN (:keys")
                    .append(i)
                    .append("))");
        }
        JdbcClient.StatementSpec query = client.sql(
                        sql.append(" ORDER BY position DESC LIMIT :limit").toString())
                .param("before", before)
                .param("at", position)
                .param("limit", limit);
        for (int i = 0; i < keys.size(); i++) {
            query = query.param("keys" + i, keys.get(i));
        }
        return query.query((row, _) -> json.readValue(row.getString(1), AnnouncementVersion.class))
                .list();
    }

    /** Ids that begin as this one does, up to its day. */
    List<String> announcementsLike(String id) {
        String day = id.substring(0, Math.min(id.length(), DAY_OF_ID));
        return client.sql("SELECT id FROM announcement_version WHERE revision = 1 AND id >= :from AND id < :to"
                        + " ORDER BY id LIMIT " + IDS_PER_QUERY)
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

    private Map<String, AnnouncementVersion> inForce(List<String> ids, long position) {
        Map<String, AnnouncementVersion> versions = new HashMap<>();
        for (int i = 0; i < ids.size(); i += IDS_PER_QUERY) {
            client.sql("""
                SELECT body FROM announcement_version WHERE id IN (:ids)
                AND from_position <= :at AND (until_position IS NULL OR until_position > :at)\
                """)
                    .param("ids", ids.subList(i, Math.min(ids.size(), i + IDS_PER_QUERY)))
                    .param("at", position)
                    .query((row, _) -> json.readValue(row.getString(1), AnnouncementVersion.class))
                    .list()
                    .forEach(version -> versions.put(version.announcement(), version));
        }
        return versions;
    }
}
