package io.partnerledger.standing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that some events in a row add to the tables of a build, and those that they close. */
public final class StandingRows {

    /** The tables of versions. */
    enum Table {
        ANNOUNCEMENTS("announcement_version"),
        ORGANIZATIONS("organization_version");

        final String table;

        Table(String table) {
            this.table = table;
        }
    }

    record Added(
            long from,
            String id,
            long revision,
            long position,
            @Nullable Long until) {}

    record Closed(long from, long until) {}

    /** @param announcement the position at which it was recorded */
    record KeyRow(String key, long announcement, long from) {}

    record NameRow(String key, String organization, String name, long from) {}

    /** What one table of versions gets. Rows are added before rows are closed. */
    record Versions(List<Added> added, List<Closed> closed) {}

    private final Versions announcements;
    private final Versions organizations;
    private final List<KeyRow> keys;
    private final List<NameRow> names;
    private final long last;

    StandingRows(Versions announcements, Versions organizations, List<KeyRow> keys, List<NameRow> names, long last) {
        this.announcements = announcements;
        this.organizations = organizations;
        this.keys = new ArrayList<>(keys);
        this.names = new ArrayList<>(names);
        this.last = last;
    }

    Versions of(Table table) {
        return switch (table) {
            case ANNOUNCEMENTS -> announcements;
            case ORGANIZATIONS -> organizations;
        };
    }

    List<KeyRow> keys() {
        return keys;
    }

    List<NameRow> names() {
        return names;
    }

    /** The position of the last event that these rows come from. */
    public long last() {
        return last;
    }
}
