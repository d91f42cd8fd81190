package io.partnerledger.replay;

import java.util.List;

/**
 * What a comparison of two builds at one position of the log found, in rows; {@code examples} names the first few.
 */
public record Difference(
        long position, boolean same, long rows, long onlyLive, long onlyRebuilt, long changed, List<String> examples) {}
