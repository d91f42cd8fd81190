package io.partnerledger.announcement.decision;

import io.partnerledger.announcement.Rank;

/**
 * What an announcement is, as far as its next command depends on it. Each form has only what can happen to it: a
 * retracted announcement has no link to take back, an absent one no revision to be stale against. Revisions count
 * events, from 1.
 */
public sealed interface AnnouncementState {

    /** Where every announcement starts. */
    AnnouncementState ABSENT = new Absent();

    /** How many events happened to it. */
    long revision();

    /** Nothing was recorded under this id. */
    record Absent() implements AnnouncementState {
        @Override
        public long revision() {
            return 0;
        }
    }

    /** Recorded and not retracted, so that everything but a reinstatement can be asked of it. */
    sealed interface InForce extends AnnouncementState {
        Content content();

        Rank rank();
    }

    /** Counts by itself. */
    record Standing(long revision, Content content, Rank rank) implements InForce {}

    /** Tells again what another announcement tells. */
    record Linked(long revision, Content content, Rank rank, String duplicateOf) implements InForce {}

    /** Withdrawn, with what it comes back to if it is reinstated. */
    record Retracted(InForce before) implements AnnouncementState {
        @Override
        public long revision() {
            return before.revision();
        }
    }
}
