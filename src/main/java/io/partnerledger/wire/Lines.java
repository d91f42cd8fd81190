package io.partnerledger.wire;

import io.partnerledger.wire.MalformedRequest.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, each as its bytes without the line break, of which only as many are kept in memory as the longest
 * line has. A line of more than 8 MiB is a {@link MalformedRequest}.
 */
public final class Lines implements AutoCloseable {

    private static final int LONGEST_BYTES = 8 * 1024 * 1024;

    private final InputStream content;
    private final byte[] block = new byte[1 << 16];
    private int from;
    private int to;

    public Lines(InputStream content) {
        this.content = content;
    }

    /** The next line; null after the last. */
    public byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream begun = null;
        while (from < to || more()) {
            int end = from;
            while (end < to && block[end] != '\n') {
                end++;
            }
            if (begun == null) {
                begun = new ByteArrayOutputStream(end - from);
            }
            begun.write(block, from, end - from);
            if (begun.size() > LONGEST_BYTES) {
                throw new MalformedRequest(Pointer.ROOT, Code.TOO_LONG, "A line has at most 8 MiB.");
            }
            from = end + 1;
            if (end < to) {
                return begun.toByteArray();
            }
        }
        return begun == null ? null : begun.toByteArray();
    }

    private boolean more() throws IOException {
        from = 0;
        to = Math.max(content.read(block), 0);
        return to > 0;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
