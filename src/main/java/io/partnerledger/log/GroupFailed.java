package io.partnerledger.log;

/** A group of appends could not be committed together. */
final class GroupFailed extends Exception {

    /** What is known about the group. */
    enum Fate {
        /** Nothing was stored, and the database objected to the content of one of the appends. */
        CONTENT_REFUSED,
        /** Nothing was stored. */
        NOTHING_STORED,
        /** All of it or nothing of it was stored. */
        UNKNOWN
    }

    private final Fate fate;
    private final boolean diskFailed;

    GroupFailed(Fate fate, boolean diskFailed, Throwable cause) {
        super(cause.getMessage(), cause);
        this.fate = fate;
        this.diskFailed = diskFailed;
    }

    Fate fate() {
        return fate;
    }

    /** The disk can no longer be trusted with what it says that it wrote. */
    boolean diskFailed() {
        return diskFailed;
    }
}
