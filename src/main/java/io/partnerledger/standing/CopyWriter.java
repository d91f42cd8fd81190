package io.partnerledger.standing;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Gathers rows, and writes them by PostgreSQL's COPY in its binary form, which is begun as seldom as can be. */
final class CopyWriter implements RowWriter {

    private static final byte[] HEADER = ByteBuffer.allocate(19)
            .put(new byte[] {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0})
            .putInt(0)
            .putInt(0)
            .array();
    private static final int ROW = Short.BYTES + 2 * (Integer.BYTES + Long.BYTES);
    private static final int ROWS_AT_ONCE = 2_000;
    private static final int MOST_HELD = 1_000_000;

    private final BatchWriter rest;
    private final CopyManager copies;
    private final Numbers versions = new Numbers();
    private final Numbers keys = new Numbers();

    CopyWriter(Connection connection) throws SQLException {
        this.rest = new BatchWriter(connection);
        this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    @Override
    public void write(StandingRows rows) throws SQLException {
        versions.addAll(rows.announcements());
        keys.addAll(rows.keys());
        rest.addOrganizations(rows.organizations());
        rest.addNames(rows.names());
        if (keys.size() > MOST_HELD || versions.size() > MOST_HELD) {
            flush();
        }
    }

    @Override
    public void flush() throws SQLException {
        copy("announcement_version (from_position, position)", versions);
        copy("announcement_key (key, from_position)", keys);
    }

    private void copy(String target, Numbers pairs) throws SQLException {
        if (pairs.isEmpty()) {
            return;
        }
        CopyIn copy = copies.copyIn("COPY " + target + " FROM STDIN (FORMAT binary)");
        try {
            copy.writeToCopy(HEADER, 0, HEADER.length);
            ByteBuffer rows = ByteBuffer.allocate(ROW * ROWS_AT_ONCE);
            for (int i = 0; i < pairs.size(); i += 2) {
                rows.putShort((short) 2);
                rows.putInt(Long.BYTES).putLong(pairs.get(i));
                rows.putInt(Long.BYTES).putLong(pairs.get(i + 1));
                if (!rows.hasRemaining()) {
                    copy.writeToCopy(rows.array(), 0, rows.position());
                    rows.clear();
                }
            }
            copy.writeToCopy(rows.array(), 0, rows.position());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        pairs.clear();
    }

    @Override
    public void close() throws SQLException {
        rest.close();
    }
}
