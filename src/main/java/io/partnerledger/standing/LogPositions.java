package io.partnerledger.standing;

import java.time.Instant;

/** What the views need to know of the log. */
public interface LogPositions {

    /** The position of the last event; -1 while there is none. */
    long head();

    /** The position of the last event recorded at or before this instant; -1 if there is none. */
    long positionAt(Instant instant);
}
