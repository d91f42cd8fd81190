package io.partnerledger.log;

import java.time.Instant;

/**
 * An event as it is stored. {@code position} is its gapless index in the log from 0, {@code sequence} its index in
 * its stream from 0, {@code recordedAt} never decreases along the log, {@code metadata} is the JSON text that {@link
 * EventMetadata} reads, {@code data} are the bytes that were appended.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record StoredEvent(
        long position,
        String id,
        String stream,
        long sequence,
        String type,
        int revision,
        Instant recordedAt,
        String metadata,
        byte[] data) {}
