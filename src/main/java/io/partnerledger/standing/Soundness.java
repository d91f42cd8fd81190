package io.partnerledger.standing;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells whether a build can be gone on with. Every event adds exactly one row, so a build that has come to a position
 * holds one row more than that number; rows or tables that somebody removed show.
 */
public final class Soundness {

    private Soundness() {}

    /** Whether nothing is missing from a build. */
    public static boolean of(Generation generation) {
        try {
            return JdbcClient.create(generation.dataSource())
                    .sql(
                            """
                            SELECT (a.n + o.n = 1 + CASE WHEN a.p > o.p THEN a.p ELSE o.p END)
                               AND (a.n = 0 OR EXISTS (SELECT 1 FROM announcement_key))
                               AND (o.n = 0 OR EXISTS (SELECT 1 FROM organization_name))
                            FROM (SELECT count(*) AS n, coalesce(max(from_position), -1) AS p
                                  FROM announcement_version) a,
                                 (SELECT count(*) AS n, coalesce(max(from_position), -1) AS p
                                  FROM organization_version) o""")
                    .query((row, _) -> row.getBoolean(1))
                    .single();
        } catch (DataAccessException e) {
            return false;
        }
    }
}
