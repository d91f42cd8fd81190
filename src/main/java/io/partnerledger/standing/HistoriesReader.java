package io.partnerledger.standing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reads histories that can be judged at any position from {@code first} to {@code last}. */
final class HistoriesReader {

    private static final int IDS_PER_QUERY = 500;
    private static final String HISTORIES =
            "SELECT from_position, body FROM announcement_version WHERE from_position <= :last ";

    private final JdbcClient client;
    private final JsonMapper json;
    private final long first;
    private final long last;
    private final Registries registries;

    HistoriesReader(JdbcClient client, JsonMapper json, long first, long last) {
        this.client = client;
        this.json = json;
        this.first = first;
        this.last = last;
        this.registries = new Registries(registriesRead());
    }

    Registries registries() {
        return registries;
    }

    /** The histories of all announcements. */
    Histories all() {
        return histories(client.sql(HISTORIES + "ORDER BY id, revision").param("last", last));
    }

    /** Those of the announcements that speak of these organizations, or of a deal that such an announcement speaks of. */
    Histories of(Collection<String> organizations) {
        return histories(client.sql(HISTORIES + """
            AND id IN (
               SELECT announcement FROM announcement_key WHERE key IN (:keys) AND from_position <= :last
               UNION
               SELECT k.announcement FROM announcement_key k WHERE k.from_position <= :last AND k.key IN (
                   SELECT d.key FROM announcement_key o
                   JOIN announcement_key d ON d.announcement = o.announcement
                   WHERE o.key IN (:keys) AND o.from_position <= :last
                   AND d.key LIKE 'd:%' AND d.from_position <= :last))
            ORDER BY id, revision\
            """)
                .param("last", last)
                .param(
                        "keys",
                        organizations.stream().map(StandingKeys::organization).toList()));
    }

    /** Those of the announcements that speak of this deal. */
    Histories ofDeal(String deal) {
        return histories(client.sql(HISTORIES + """
            AND id IN (SELECT announcement FROM announcement_key WHERE key = :key AND from_position <= :last)
            ORDER BY id, revision\
            """).param("last", last).param("key", StandingKeys.deal(deal)));
    }

    private Histories histories(JdbcClient.StatementSpec query) {
        Map<String, List<InForce<AnnouncementVersion>>> judged = announcements(query);
        return new Histories(judged, linkedTo(judged), registries);
    }

    /** Those announcements that the links of these lead to, and the links of those, and so on. */
    private Map<String, List<InForce<AnnouncementVersion>>> linkedTo(
            Map<String, List<InForce<AnnouncementVersion>>> judged) {
        Map<String, List<InForce<AnnouncementVersion>>> found = new LinkedHashMap<>();
        Set<String> known = new HashSet<>(judged.keySet());
        List<String> wanted = links(judged.values(), known);
        while (!wanted.isEmpty()) {
            Map<String, List<InForce<AnnouncementVersion>>> more = new LinkedHashMap<>();
            for (int i = 0; i < wanted.size(); i += IDS_PER_QUERY) {
                more.putAll(announcements(client.sql(HISTORIES + "AND id IN (:ids) ORDER BY id, revision")
                        .param("last", last)
                        .param("ids", wanted.subList(i, Math.min(wanted.size(), i + IDS_PER_QUERY)))));
            }
            found.putAll(more);
            wanted = links(more.values(), known);
        }
        return found;
    }

    /** The targets of the links that are in force anywhere in the range and are not known yet; they are from now on. */
    private List<String> links(Collection<List<InForce<AnnouncementVersion>>> histories, Set<String> known) {
        List<String> links = new ArrayList<>();
        for (List<InForce<AnnouncementVersion>> history : histories) {
            for (int i = 0; i < history.size(); i++) {
                String target = history.get(i).version().duplicateOf();
                boolean ended = i + 1 < history.size() && history.get(i + 1).since() <= first;
                if (target != null && !ended && known.add(target)) {
                    links.add(target);
                }
            }
        }
        return links;
    }

    private Map<String, List<InForce<AnnouncementVersion>>> announcements(JdbcClient.StatementSpec query) {
        return versions(query, AnnouncementVersion.class, AnnouncementVersion::announcement);
    }

    private Collection<List<InForce<OrganizationVersion>>> registriesRead() {
        return versions(
                        client.sql("""
                            SELECT from_position, body FROM organization_version WHERE from_position <= :last
                            AND (until_position IS NULL OR until_position > :first) ORDER BY id, revision\
                            """).param("first", first).param("last", last),
                        OrganizationVersion.class,
                        OrganizationVersion::organization)
                .values();
    }

    private <V> Map<String, List<InForce<V>>> versions(
            JdbcClient.StatementSpec query, Class<V> type, Function<V, String> id) {
        Map<String, List<InForce<V>>> versions = new LinkedHashMap<>();
        query.query((row, _) -> new InForce<>(row.getLong(1), json.readValue(row.getString(2), type)))
                .list()
                .forEach(held -> versions.computeIfAbsent(id.apply(held.version()), _ -> new ArrayList<>())
                        .add(held));
        return versions;
    }
}
