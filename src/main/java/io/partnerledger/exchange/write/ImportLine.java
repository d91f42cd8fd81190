package io.partnerledger.exchange.write;

import io.partnerledger.announcement.Recording;
import io.partnerledger.platform.RequestBodies;
import io.partnerledger.wire.CanonicalJson;
import io.partnerledger.wire.CloudEventLine;
import io.partnerledger.wire.JournalEntry;
import io.partnerledger.wire.JournalReader;
import io.partnerledger.wire.MalformedRequest;
import io.partnerledger.wire.MalformedRequest.Code;
import io.partnerledger.wire.RequestJson;
import io.partnerledger.wire.WireCodec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** One line of an import as it was sent, numbered from 1. */
@SuppressWarnings("ArrayRecordComponent") // bytes are read, never compared
record ImportLine(int number, byte[] bytes) {

    /** More than an import of the default size can have of the shortest announcements. */
    private static final int MOST_LINES = 250_000;

    private static final WireCodec CODEC = new WireCodec();

    /** What some programs put before UTF-8. */
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    ImportLine {
        int mark = BYTE_ORDER_MARK.length;
        if (bytes.length >= mark && Arrays.equals(bytes, 0, mark, BYTE_ORDER_MARK, 0, mark)) {
            bytes = Arrays.copyOfRange(bytes, mark, bytes.length);
        }
    }

    /** What a line says. */
    sealed interface Content {

        /** An announcement to be recorded, in the form that {@code POST /api/announcements} takes. */
        record Announcement(Recording recording) implements Content {}

        /** An event of another ledger, as it was exported. */
        record Event(JournalEntry entry) implements Content {}
    }

    /** The lines of a body; empty ones are passed over, and count for the numbers alone. */
    static List<ImportLine> of(byte[] body) {
        List<ImportLine> lines = new ArrayList<>();
        int from = 0;
        int number = 1;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '\n') {
                byte[] line = Arrays.copyOfRange(body, from, i);
                if (!new String(line, StandardCharsets.UTF_8).isBlank()) {
                    if (lines.size() == MOST_LINES) {
                        throw new MalformedRequest("", Code.TOO_MANY, "An import has at most 250,000 lines.");
                    }
                    lines.add(new ImportLine(number, line));
                }
                from = i + 1;
                number++;
            }
        }
        return lines;
    }

    /**
     * The SHA-256 of these lines, each at its place and in its one spelling, so that an import sent twice is recognised
     * however it was laid out. What is no JSON counts as it was sent.
     */
    static String digest(List<ImportLine> lines) {
        MessageDigest digest = sha256();
        int number = 1;
        for (ImportLine line : lines) {
            for (; number < line.number; number++) {
                digest.update((byte) '\n');
            }
            digest.update(line.canonical());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private byte[] canonical() {
        try {
            return CanonicalJson.of(bytes).getBytes(StandardCharsets.UTF_8);
        } catch (MalformedRequest noJson) {
            return bytes;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads it, strictly; a {@link io.partnerledger.wire.MalformedRequest} or {@link
     * io.partnerledger.wire.MalformedLine} where it is not well-formed. Each event is read for itself: an import may
     * bring a part of a log.
     */
    Content read() {
        if (CloudEventLine.isMeant(bytes)) {
            return new Content.Event(new JournalReader(CODEC).read("", number, bytes));
        }
        if (bytes.length > RequestBodies.MAX_BYTES) {
            throw new MalformedRequest("", Code.TOO_LONG, "An announcement has at most 1 MiB.");
        }
        return new Content.Announcement(RequestJson.read(bytes, Recording.class));
    }
}
