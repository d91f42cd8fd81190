package io.partnerledger.wire;

import org.jspecify.annotations.Nullable;

/**
 * A stored event that this version of the ledger cannot read: its type is unknown, its revision is newer than the
 * program, no upcaster leads from it to the present revision, or its bytes are damaged.
 */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why it cannot be read. */
    public enum Reason {
        UNKNOWN_TYPE,
        NEWER_REVISION,
        NO_UPCASTER,
        DAMAGED
    }

    private final Reason reason;
    private final String type;
    private final int revision;

    private UnreadableEvent(Reason reason, String type, int revision, String why) {
        super(type + " revision " + revision + " cannot be read: " + why);
        this.reason = reason;
        this.type = type;
        this.revision = revision;
    }

    static UnreadableEvent unknownType(String type, int revision) {
        return new UnreadableEvent(Reason.UNKNOWN_TYPE, type, revision, "no such type is known");
    }

    static UnreadableEvent newer(EventType known, int revision) {
        return new UnreadableEvent(
                Reason.NEWER_REVISION,
                known.name(),
                revision,
                "this version knows revisions up to " + known.revision() + "; a newer version wrote it");
    }

    static UnreadableEvent noUpcaster(EventType known, int revision, String reached) {
        return new UnreadableEvent(
                Reason.NO_UPCASTER,
                known.name(),
                revision,
                "upcasting ends at revision " + reached + ", short of " + known.revision());
    }

    static UnreadableEvent damaged(String type, int revision, @Nullable String why) {
        return new UnreadableEvent(Reason.DAMAGED, type, revision, "its bytes are damaged: " + why);
    }

    public Reason reason() {
        return reason;
    }

    public String type() {
        return type;
    }

    public int revision() {
        return revision;
    }
}
