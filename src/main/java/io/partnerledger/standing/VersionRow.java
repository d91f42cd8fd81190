package io.partnerledger.standing;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of a table of versions while it may still be closed, and under what its announcement was ever found. */
final class VersionRow {

    final String id;
    final long revision;
    final long position;
    final long from;
    private final Set<String> told;

    @Nullable
    Long until;
    /** Not written yet. */
    boolean fresh;

    private VersionRow(String id, long revision, long position, long from, Set<String> told, boolean fresh) {
        this.id = id;
        this.revision = revision;
        this.position = position;
        this.from = from;
        this.told = told;
        this.fresh = fresh;
    }

    static VersionRow first(String id, long position) {
        return new VersionRow(id, 1, position, position, new HashSet<>(8), true);
    }

    static VersionRow stored(String id, long revision, long position, long from) {
        return new VersionRow(id, revision, position, from, new HashSet<>(8), false);
    }

    VersionRow next(long since) {
        return new VersionRow(id, revision + 1, position, since, told, true);
    }

    /** Takes note of a key; true if it is new. */
    boolean tell(String key) {
        return told.add(key);
    }

    VersionRow told(Collection<String> keys) {
        told.addAll(keys);
        return this;
    }

    /** It is in the table. */
    void written() {
        fresh = false;
    }
}
