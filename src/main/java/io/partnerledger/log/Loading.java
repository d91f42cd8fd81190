package io.partnerledger.log;

/** The growing end of a log that is filled from nothing, keeping the times given. */
final class Loading {

    private Head head;

    Loading(Head head) {
        if (head.position() >= 0) {
            throw new IllegalStateException(
                    "Only an empty log can be loaded; this one has " + (head.position() + 1) + " events");
        }
        this.head = head;
    }

    Head head() {
        return head;
    }

    /** When the next append was recorded; a journal that goes back in time is none. */
    long timeOf(Recorded recorded) {
        long at = EpochMicros.of(recorded.recordedAt());
        if (at < head.recordedAtMicros()) {
            throw new IllegalArgumentException(
                    "Event " + (head.position() + 1) + " is recorded before the one before it: "
                            + recorded.append().events().getFirst().id());
        }
        return at;
    }

    void placed(Append append, long at) {
        head = new Head(head.position() + append.events().size(), at);
    }
}
