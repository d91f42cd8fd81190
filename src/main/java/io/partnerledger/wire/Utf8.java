package io.partnerledger.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * Holds bytes to UTF-8. Jackson does not: it takes a character that is spelt in more bytes than it has, and bytes that
 * look like UTF-16 for that.
 */
final class Utf8 {

    private static final int DECODED_AT_ONCE = 512;

    private Utf8() {}

    /** How many of these bytes, from the first, are JSON's UTF-8; all of them where nothing is wrong. */
    static int soundLength(byte[] bytes) {
        int plain = 0;
        // No JSON has the byte 0, and in other encodings one of the first bytes is 0.
        while (plain < bytes.length && bytes[plain] > 0) {
            plain++;
        }
        return plain < bytes.length && bytes[plain] != 0 ? decodedLength(bytes, plain) : plain;
    }

    private static int decodedLength(byte[] bytes, int from) {
        ByteBuffer left = ByteBuffer.wrap(bytes).position(from);
        CharsetDecoder strict = UTF_8.newDecoder();
        CharBuffer decoded = CharBuffer.allocate(DECODED_AT_ONCE);
        CoderResult result = strict.decode(left, decoded, true);
        while (result.isOverflow()) {
            result = strict.decode(left, decoded.clear(), true);
        }
        return left.position();
    }
}
