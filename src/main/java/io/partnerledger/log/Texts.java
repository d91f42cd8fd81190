package io.partnerledger.log;

/** What both databases can store as text. */
final class Texts {

    private Texts() {}

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
