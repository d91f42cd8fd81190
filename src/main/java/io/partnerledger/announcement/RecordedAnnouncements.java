package io.partnerledger.announcement;

import java.util.Optional;

/** What is known across announcements, as far as the log goes. */
public interface RecordedAnnouncements {

    boolean isRecorded(String announcement);

    /** The announcement that this one is held for a duplicate of. */
    Optional<String> duplicateOf(String announcement);
}
