package io.partnerledger.log;

import java.nio.charset.StandardCharsets;

/** What both databases can store as text. */
final class Texts {

    /** A row of an index of PostgreSQL has 2,704 bytes at most. */
    private static final int LONGEST_UNIQUE = 2_500;

    private static final int BYTES_OF_A_CHAR = 3;

    private Texts() {}

    /** Refused on either database, so that what one of them stores the other one does too. */
    static void requireUnique(String what, String text) {
        requireStorable(what, text);
        if (text.length() > LONGEST_UNIQUE / BYTES_OF_A_CHAR) {
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST_UNIQUE) {
                throw new Unstorable(
                        "This " + what + " is too long: it takes " + bytes + " bytes, and what has to be unique takes "
                                + LONGEST_UNIQUE + " at most",
                        null);
            }
        }
    }

    /** Refused here, because in a database one bad text would fail the appends that share its commit. */
    static void requireStorable(String what, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("An empty " + what);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException("A zero character in " + what);
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new IllegalArgumentException("Half a character in " + what);
                }
                i++;
            }
        }
    }
}
