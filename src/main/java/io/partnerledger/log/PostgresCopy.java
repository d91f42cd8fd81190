package io.partnerledger.log;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Events on their way into the log by COPY, in its binary form. The server takes them while more are being written. */
final class PostgresCopy {

    private static final String COPY =
            "COPY log_event (position, event_id, stream, sequence, type, revision, recorded_at, metadata, data) "
                    + "FROM STDIN (FORMAT binary)";
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int COLUMNS = 9;
    private static final int END = -1;
    private static final int SENT_AT_ONCE = 1 << 16;

    /** Hands on without a copy what was written. */
    private static final class Bytes extends ByteArrayOutputStream {
        Bytes() {
            super(2 * SENT_AT_ONCE);
        }

        void sendTo(CopyIn copy) throws SQLException {
            copy.writeToCopy(buf, 0, count);
            reset();
        }
    }

    private final CopyIn copy;
    private final Bytes bytes = new Bytes();
    private final DataOutputStream out = new DataOutputStream((OutputStream) bytes);

    PostgresCopy(Connection connection) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        written(() -> {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        });
    }

    void add(NewEvent event, long position, long recordedAtMicros) throws SQLException {
        written(() -> {
            out.writeShort(COLUMNS);
            number(position);
            text(event.id());
            text(event.stream());
            number(event.sequence());
            text(event.type());
            out.writeInt(Integer.BYTES);
            out.writeInt(event.revision());
            number(recordedAtMicros);
            text(event.metadata());
            out.writeInt(event.data().length);
            out.write(event.data());
        });
        if (bytes.size() >= SENT_AT_ONCE) {
            bytes.sendTo(copy);
        }
    }

    private void number(long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }

    private void text(String value) throws IOException {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private interface Write {
        void run() throws IOException;
    }

    private static void written(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory takes what is written", e);
        }
    }

    /** Sends the rest and waits until the server has taken all. */
    void finish() throws SQLException {
        written(() -> out.writeShort(END));
        bytes.sendTo(copy);
        copy.endCopy();
    }

    /** Gives up, so that the connection can be used again; what was sent is gone with the transaction. */
    void cancel() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
