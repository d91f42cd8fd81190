package io.partnerledger.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What has come of an answer so far. */
final class HttpAnswer {

    private static final int LARGEST = 1 << 16;

    private static final byte[] END_OF_HEAD = bytes("\r\n\r\n");
    private static final byte[] LENGTH = bytes("\r\nContent-Length: ");
    private static final byte[] LAST_CHUNK = bytes("\r\n0\r\n\r\n");

    private final byte[] come = new byte[LARGEST];
    private final ByteBuffer buffer = ByteBuffer.wrap(come);

    /** Where what comes is put. */
    ByteBuffer buffer() {
        return buffer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether all of it is there; one without a length is in chunks. */
    boolean isWhole() {
        int end = buffer.position();
        int headEnd = indexOf(come, END_OF_HEAD, end);
        if (headEnd < 0) {
            return false;
        }
        int length = indexOf(come, LENGTH, headEnd);
        if (length < 0) {
            return end >= LAST_CHUNK.length
                    && Arrays.equals(come, end - LAST_CHUNK.length, end, LAST_CHUNK, 0, LAST_CHUNK.length);
        }
        int size = 0;
        for (int i = length + LENGTH.length; come[i] >= '0'; i++) {
            size = 10 * size + come[i] - '0';
        }
        return end == headEnd + END_OF_HEAD.length + size;
    }

    /** Fails, with what was answered, if it does not begin like this. */
    void require(byte[] beginning) throws IOException {
        if (!Arrays.equals(come, 0, beginning.length, beginning, 0, beginning.length)) {
            throw new IOException("Answered " + new String(come, 0, buffer.position(), StandardCharsets.UTF_8));
        }
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int end) {
        for (int at = 0; at + wanted.length <= end; at++) {
            if (bytes[at] == wanted[0] && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
