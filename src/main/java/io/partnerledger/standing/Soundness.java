package io.partnerledger.standing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells whether a build can be gone on with. Every event adds exactly one row, so a build that has come to a position
 * holds one row more than that number, and the processor's token is at that position: rows or tables that somebody
 * removed show.
 */
public final class Soundness {

    private static final Pattern INDEX = Pattern.compile("\"globalIndex\":(-?\\d+)");

    private Soundness() {}

    /** Whether nothing is missing from a build. */
    public static boolean of(Generation generation) {
        try {
            JdbcClient client = JdbcClient.create(generation.dataSource());
            return hasEveryRow(client) && tokenPosition(client) == LiveStanding.storedPosition(generation);
        } catch (DataAccessException e) {
            return false;
        }
    }

    private static boolean hasEveryRow(JdbcClient client) {
        return client.sql("""
            SELECT (a.n + o.n = 1 + CASE WHEN a.p > o.p THEN a.p ELSE o.p END)
               AND (a.n = 0 OR EXISTS (SELECT 1 FROM announcement_key))
               AND (o.n = 0 OR EXISTS (SELECT 1 FROM organization_name))
            FROM (SELECT count(*) AS n, coalesce(max(from_position), -1) AS p
                  FROM announcement_version) a,
                 (SELECT count(*) AS n, coalesce(max(from_position), -1) AS p
                  FROM organization_version) o\
            """).query((row, _) -> row.getBoolean(1)).single();
    }

    /** Where the processor would go on; -1 before its first event, and where a replay was broken off something absurd. */
    private static long tokenPosition(JdbcClient client) {
        List<byte[]> tokens = client.sql("SELECT token FROM token_entry WHERE token IS NOT NULL")
                .query((row, _) -> row.getBytes(1))
                .list();
        if (tokens.isEmpty()) {
            return -1;
        }
        Matcher index = INDEX.matcher(new String(tokens.getFirst(), StandardCharsets.UTF_8));
        boolean plain = index.find();
        long position = plain ? Long.parseLong(index.group(1)) : Long.MIN_VALUE;
        return tokens.size() == 1 && plain && !index.find() ? position : Long.MIN_VALUE;
    }
}
