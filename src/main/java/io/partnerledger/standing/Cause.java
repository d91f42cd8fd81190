package io.partnerledger.standing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What kind of entry made what stands another; a dispute or a corroboration never moves a figure. */
public enum Cause {
    NEW_ANNOUNCEMENT,
    CORRECTION,
    DISPUTE,
    CORROBORATION,
    RANKING,
    DUPLICATE_LINK,
    DUPLICATE_UNLINK,
    RETRACTION,
    REINSTATEMENT,
    MERGE,
    MERGE_REVERSAL;

    /** What an announcement went through from one version to the next; each event changes one thing. */
    static Cause between(@Nullable AnnouncementVersion before, AnnouncementVersion after) {
        if (before == null) {
            return NEW_ANNOUNCEMENT;
        }
        if (before.contentRevision() != after.contentRevision()) {
            return CORRECTION;
        }
        if (before.remarks().size() != after.remarks().size()) {
            return after.remarks().getLast().kind() == AnnouncementVersion.Remark.Kind.DISPUTED
                    ? DISPUTE
                    : CORROBORATION;
        }
        if (before.retracted() != after.retracted()) {
            return after.retracted() ? RETRACTION : REINSTATEMENT;
        }
        if (before.rank() != after.rank() || !Objects.equals(before.rankReason(), after.rankReason())) {
            return RANKING;
        }
        return after.duplicateOf() == null ? DUPLICATE_UNLINK : DUPLICATE_LINK;
    }
}
