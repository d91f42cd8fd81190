package io.partnerledger.standing;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of a table of versions while it may still be closed, and under what its announcement was ever found. */
final class VersionRow<V> {

    final String id;
    final long revision;
    final long position;
    final long from;
    final V version;
    final Set<String> told;

    @Nullable
    Long until;
    /** Not written yet. */
    boolean fresh;

    private VersionRow(String id, long revision, long position, long from, V version, Set<String> told, boolean fresh) {
        this.id = id;
        this.revision = revision;
        this.position = position;
        this.from = from;
        this.version = version;
        this.told = told;
        this.fresh = fresh;
    }

    static <V> VersionRow<V> first(String id, long position, V version) {
        return new VersionRow<>(id, 1, position, position, version, new HashSet<>(8), true);
    }

    static <V> VersionRow<V> stored(String id, long revision, long position, long from, V version) {
        return new VersionRow<>(id, revision, position, from, version, new HashSet<>(8), false);
    }

    VersionRow<V> next(long since, V changed) {
        return new VersionRow<>(id, revision + 1, position, since, changed, told, true);
    }

    void tell(Stream<String> keys) {
        keys.forEach(told::add);
    }

    /** The same, as it is in the table. */
    VersionRow<V> written() {
        fresh = false;
        return this;
    }
}
