package io.partnerledger.wire;

import java.time.Instant;
import java.util.Map;

/**
 * A stored event with all that the log keeps about it. {@code position} is its gapless index in the log and
 * {@code sequence} that in its stream, both from 0; {@code metadata} holds CloudEvents extensions by their lower-case
 * names, each a text, a boolean or a whole number; {@code data} are the stored bytes, not copied.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record Envelope(
        long position,
        String id,
        String stream,
        long sequence,
        String type,
        int revision,
        Instant recordedAt,
        Map<String, Object> metadata,
        byte[] data) {}
