package io.partnerledger.log;

/** The end of a log: its last position, -1 when empty, and when that was recorded, in microseconds since 1970. */
record Head(long position, long recordedAtMicros) {

    static final Head EMPTY = new Head(-1, Long.MIN_VALUE);
}
