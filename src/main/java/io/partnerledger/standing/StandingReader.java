package io.partnerledger.standing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    private static final String HISTORIES = "SELECT body FROM announcement_version WHERE from_position <= :at ";

    private final JdbcClient client;
    private final JsonMapper json;

    public StandingReader(Generation generation, JsonMapper json) {
        this.client = JdbcClient.create(generation.dataSource());
        this.json = json;
    }

    /** The organizations as known at a position. */
    public Registry registry(long position) {
        return new Registry(organizations(position));
    }

    /** Every organization as it stood at a position, by id. */
    public List<OrganizationVersion> organizations(long position) {
        return client.sql("""
            SELECT body FROM organization_version
            WHERE from_position <= :at AND (until_position IS NULL OR until_position > :at)
            ORDER BY id\
            """)
                .param("at", position)
                .query((row, _) -> json.readValue(row.getString(1), OrganizationVersion.class))
                .list();
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

    /** The slugs of all deals that were ever spoken of. */
    public List<String> deals() {
        return client.sql("SELECT DISTINCT key FROM announcement_key WHERE key LIKE 'd:%' ORDER BY key")
                .query((row, _) -> row.getString(1).substring(2))
                .list();
    }

    /** The histories, each oldest first, of the announcements that speak of these organizations, or of a deal that such an announcement speaks of. */
    Collection<List<AnnouncementVersion>> historiesOf(Collection<String> organizations, long position) {
        return histories(client.sql(HISTORIES + """
            AND id IN (
               SELECT announcement FROM announcement_key WHERE key IN (:keys) AND from_position <= :at
               UNION
               SELECT k.announcement FROM announcement_key k WHERE k.from_position <= :at AND k.key IN (
                   SELECT d.key FROM announcement_key o
                   JOIN announcement_key d ON d.announcement = o.announcement
                   WHERE o.key IN (:keys) AND o.from_position <= :at
                   AND d.key LIKE 'd:%' AND d.from_position <= :at))
            ORDER BY id, revision\
            """)
                .param("at", position)
                .param(
                        "keys",
                        organizations.stream().map(StandingKeys::organization).toList()));
    }

    private Collection<List<AnnouncementVersion>> histories(JdbcClient.StatementSpec query) {
        Map<String, List<AnnouncementVersion>> histories = new LinkedHashMap<>();
        query.query((row, _) -> json.readValue(row.getString(1), AnnouncementVersion.class))
                .list()
                .forEach(version -> histories
                        .computeIfAbsent(version.announcement(), _ -> new ArrayList<>())
                        .add(version));
        return histories.values();
    }

    /** The versions in force of every announcement that the duplicate links of these histories lead to. */
    Map<String, AnnouncementVersion> linkTargets(Collection<List<AnnouncementVersion>> histories, long position) {
        Map<String, AnnouncementVersion> found = new HashMap<>();
        histories.forEach(history -> found.put(history.getLast().announcement(), history.getLast()));
        Set<String> wanted = linksFrom(found.values(), found.keySet());
        while (!wanted.isEmpty()) {
            Map<String, AnnouncementVersion> more = inForce(List.copyOf(wanted), position);
            found.putAll(more);
            wanted = linksFrom(more.values(), found.keySet());
        }
        return found;
    }

    private static Set<String> linksFrom(Collection<AnnouncementVersion> versions, Set<String> known) {
        Set<String> links = new HashSet<>();
        for (AnnouncementVersion version : versions) {
            if (version.duplicateOf() != null && !known.contains(version.duplicateOf())) {
                links.add(version.duplicateOf());
            }
        }
        return links;
    }

    /** A reader of histories that can be judged at any position from one to another. */
    HistoriesReader between(long first, long last) {
        return new HistoriesReader(client, json, first, last);
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
