package io.partnerledger.replay;

import java.util.List;
import org.springframework.core.NestedExceptionUtils;

/**
 * What a comparison of two builds at one position of the log found, in rows; {@code examples} names the first few.
 */
public record Difference(
        long position, boolean same, long rows, long onlyLive, long onlyRebuilt, long changed, List<String> examples) {

    /** The live build could not be read, so no row of it is known. */
    static Difference unread(long position, Throwable why) {
        String said = NestedExceptionUtils.getMostSpecificCause(why).getMessage();
        return new Difference(position, false, 0, 0, 0, 0, List.of("the live one could not be read: " + said));
    }
}
