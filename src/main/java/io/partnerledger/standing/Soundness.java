package io.partnerledger.standing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether a build can be gone on with. What is read does not grow with the build: every event makes a row in the
 * transaction that moves the processor's token, so the last row and the token agree unless rows at the end are gone,
 * and whoever changes or removes others by hand leaves a mark.
 */
public enum Soundness {
    WHOLE("is whole"),
    FILLING("is not filled to the end"),
    AHEAD("tells of events that the log does not have, as where an older copy of it was put back"),
    OTHER_LOG("tells of other events than the log has, as where another log was put in its place"),
    OTHER_FORM("has the form of another version of this program, or is damaged"),
    DAMAGED("is not whole: rows or tables are missing or were changed by hand");

    private static final Pattern INDEX = Pattern.compile("\"globalIndex\":(-?\\d+)");

    private final String said;

    Soundness(String said) {
        this.said = said;
    }

    /** What is to be said of the build, to follow its name. */
    public String said() {
        return said;
    }

    private record Build(String form, boolean whole, boolean touched) {}

    /**
     * @param tells whether that it cannot be read tells of the build; a database that is gone for now tells nothing, and
     *     its failure is the answer
     */
    static Soundness of(Generation generation, String form, Predicate<DataAccessException> tells) {
        JdbcClient client = JdbcClient.create(generation.dataSource());
        try {
            Build build = client.sql("SELECT form, whole, touched FROM build")
                    .query((row, _) -> new Build(row.getString(1), row.getInt(2) == 1, row.getInt(3) == 1))
                    .single();
            if (!build.form().equals(form)) {
                return OTHER_FORM;
            }
            if (!build.whole()) {
                return FILLING;
            }
            return !build.touched() && hasKeys(client) && tokenAgrees(client) ? WHOLE : DAMAGED;
        } catch (EmptyResultDataAccessException e) {
            return DAMAGED;
        } catch (DataAccessException e) {
            requireTold(e, tells);
            return hasBuild(client, tells) ? DAMAGED : OTHER_FORM;
        }
    }

    private static void requireTold(DataAccessException failure, Predicate<DataAccessException> tells) {
        if (!tells.test(failure)) {
            throw failure;
        }
    }

    /** Builds of versions before there were forms have no such table. */
    private static boolean hasBuild(JdbcClient client, Predicate<DataAccessException> tells) {
        try {
            return client.sql("SELECT count(*) FROM build").query(Long.class).single() >= 0;
        } catch (DataAccessException e) {
            requireTold(e, tells);
            return false;
        }
    }

    private static boolean hasKeys(JdbcClient client) {
        return client.sql("""
            SELECT (NOT EXISTS (SELECT 1 FROM announcement_version) OR EXISTS (SELECT 1 FROM announcement_key))
               AND (NOT EXISTS (SELECT 1 FROM organization_version) OR EXISTS (SELECT 1 FROM organization_name))\
            """).query((row, _) -> row.getBoolean(1)).single();
    }

    /** Both are read by one statement, for another node may be writing them. */
    private static boolean tokenAgrees(JdbcClient client) {
        return client.sql("SELECT (" + LiveStanding.NEWEST + "), t.token FROM build LEFT JOIN token_entry t ON true")
                .query((row, _) -> row.getLong(1) == tokenPosition(row.getBytes(2)))
                .list()
                .equals(List.of(true));
    }

    /** Where the processor would go on; -1 before its first event, and where a replay was broken off something absurd. */
    private static long tokenPosition(byte @Nullable [] token) {
        if (token == null) {
            return -1;
        }
        Matcher index = INDEX.matcher(new String(token, StandardCharsets.UTF_8));
        boolean plain = index.find();
        long position = plain ? Long.parseLong(index.group(1)) : Long.MIN_VALUE;
        return plain && !index.find() ? position : Long.MIN_VALUE;
    }
}
