package io.partnerledger.standing;

import io.partnerledger.standing.Past.Told;
import io.partnerledger.standing.StandingRows.OrganizationRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The newest rows of a build beside what the log makes of the same positions. Rows say where in the log to read, not what
 * was said, so those of another log would lead to whatever is there.
 */
final class NewestRows {

    private static final int COMPARED = 16;

    private final JdbcClient client;
    private final Past log;
    private final long newest;
    private final List<Told> told;

    private NewestRows(JdbcClient client, Past log, long newest) {
        this.client = client;
        this.log = log;
        this.newest = newest;
        this.told = log.upTo(newest, COMPARED);
    }

    static NewestRows of(Generation generation, Past log) {
        return new NewestRows(JdbcClient.create(generation.dataSource()), log, LiveStanding.storedPosition(generation));
    }

    /** What is to be said of a build that is whole, or is filled, by itself. */
    Soundness soundness(Soundness byItself) {
        if (newest < 0) {
            return byItself;
        }
        if (told.isEmpty() || told.getLast().position() != newest) {
            return Soundness.AHEAD;
        }
        // Where a build is filled its keys are not yet where they are looked for.
        return byItself == Soundness.FILLING || areOfTheLog() ? byItself : Soundness.OTHER_LOG;
    }

    private boolean areOfTheLog() {
        StandingFold fold = new StandingFold(log);
        told.forEach(event -> fold.apply(event.event(), event.position()));
        StandingRows rows = fold.take();
        return announcements().equals(listOf(rows.announcements()))
                && organizations().equals(rows.organizations())
                && hasKeys(rows.keys());
    }

    private List<Long> announcements() {
        List<Long> numbers = new ArrayList<>();
        client.sql("SELECT from_position, position FROM announcement_version"
                        + " WHERE from_position BETWEEN ? AND ? ORDER BY from_position")
                .params(told.getFirst().position(), newest)
                .query(row -> {
                    numbers.add(row.getLong(1));
                    numbers.add(row.getLong(2));
                });
        return numbers;
    }

    private List<OrganizationRow> organizations() {
        return client.sql("SELECT from_position, id FROM organization_version"
                        + " WHERE from_position BETWEEN ? AND ? ORDER BY from_position")
                .params(told.getFirst().position(), newest)
                .query((row, _) -> new OrganizationRow(row.getLong(1), row.getString(2)))
                .list();
    }

    /** Asked for at once, for a start waits for it. */
    private boolean hasKeys(Numbers keys) {
        Set<Integer> wanted = new HashSet<>();
        Set<Integer> blocks = new HashSet<>();
        for (int i = 0; i < keys.size(); i += 2) {
            wanted.add((int) keys.get(i));
            blocks.add((int) (keys.get(i + 1) / KeyBlocks.EVENTS));
        }
        Set<List<Long>> there = wanted.isEmpty() ? Set.of() : entries(wanted, blocks);
        for (int i = 0; i < keys.size(); i += 2) {
            if (!there.contains(List.of(keys.get(i), keys.get(i + 1)))) {
                return false;
            }
        }
        return true;
    }

    /** Keys, and the events that come with them. */
    private Set<List<Long>> entries(Set<Integer> keys, Set<Integer> blocks) {
        Set<List<Long>> entries = new HashSet<>();
        client.sql("SELECT key, block, events FROM key_block WHERE key IN (:keys) AND block IN (:blocks)")
                .param("keys", keys)
                .param("blocks", blocks)
                .query(row -> {
                    long first = row.getLong(2) * KeyBlocks.EVENTS;
                    for (String place : row.getString(3).split(",", -1)) {
                        entries.add(List.of(row.getLong(1), first + Long.parseLong(place)));
                    }
                });
        return entries;
    }

    private static List<Long> listOf(Numbers numbers) {
        List<Long> list = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            list.add(numbers.get(i));
        }
        return list;
    }
}
