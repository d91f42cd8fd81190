package io.partnerledger.standing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * Gathers rows, and writes them by PostgreSQL's COPY in its binary form, which is begun as seldom as can be. It adds
 * rows only: what is flushed ends with a block, or the build is completed next.
 */
final class CopyWriter implements RowWriter {

    private static final byte[] HEADER = ByteBuffer.allocate(19)
            .put(new byte[] {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0})
            .putInt(0)
            .putInt(0)
            .array();
    private static final int VERSION = Short.BYTES + 2 * (Integer.BYTES + Long.BYTES);
    private static final int KEY = Short.BYTES + 2 * (Integer.BYTES + Integer.BYTES) + Integer.BYTES;
    private static final int BYTES_AT_ONCE = 1 << 16;

    private final BatchWriter rest;
    private final CopyManager copies;
    private final Numbers versions = new Numbers();
    private final KeyEntries keys = new KeyEntries();
    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES_AT_ONCE);

    CopyWriter(Connection connection) throws SQLException {
        this.rest = new BatchWriter(connection);
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    @Override
    public void write(StandingRows rows) throws SQLException {
        versions.addAll(rows.announcements());
        keys.add(rows.keys());
        rest.addOrganizations(rows.organizations());
        rest.addNames(rows.names());
        if (rows.endBlock() && (keys.size() > KeyEntries.MOST_HELD || versions.size() > KeyEntries.MOST_HELD)) {
            flush();
        }
    }

    @Override
    public void flush() throws SQLException {
        if (!versions.isEmpty()) {
            copy("announcement_version (from_position, position)", this::copyVersions);
            versions.clear();
        }
        if (keys.size() > 0) {
            copy("key_block (key, block, events)", this::copyKeys);
            keys.clear();
        }
    }

    private interface Copying {
        void to(CopyIn copy) throws SQLException;
    }

    private void copyVersions(CopyIn copy) throws SQLException {
        for (int i = 0; i < versions.size(); i += 2) {
            makeRoom(copy, VERSION);
            bytes.putShort((short) 2);
            bytes.putInt(Long.BYTES).putLong(versions.get(i));
            bytes.putInt(Long.BYTES).putLong(versions.get(i + 1));
        }
    }

    private void copyKeys(CopyIn copy) throws SQLException {
        KeyBlocks.of(keys, (key, block, events) -> {
            byte[] text = events.getBytes(StandardCharsets.US_ASCII);
            makeRoom(copy, KEY + text.length);
            bytes.putShort((short) 3);
            bytes.putInt(Integer.BYTES).putInt(key);
            bytes.putInt(Integer.BYTES).putInt(block);
            bytes.putInt(text.length).put(text);
        });
    }

    private void copy(String target, Copying rows) throws SQLException {
        CopyIn copy = copies.copyIn("COPY " + target + " FROM STDIN (FORMAT binary)");
        try {
            bytes.clear().put(HEADER);
            rows.to(copy);
            makeRoom(copy, BYTES_AT_ONCE);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** Sends what has been written, where there would not be enough room for so many bytes more. */
    private void makeRoom(CopyIn copy, int wanted) throws SQLException {
        if (bytes.remaining() < wanted) {
            copy.writeToCopy(bytes.array(), 0, bytes.position());
            bytes.clear();
        }
    }

    @Override
    public void close() throws SQLException {
        rest.close();
    }
}
