package io.partnerledger.log;

import org.jspecify.annotations.Nullable;

/**
 * An event to be appended: its id, its place in its stream (from 0), its stored type and revision, its metadata as
 * written by {@link EventMetadata} and its canonical bytes, which are stored as they are. The array is not copied: it
 * must not change. What the bytes were made of can go with them, so that who follows the log in this process need not
 * read them again; it is never stored.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record NewEvent(
        String id,
        String stream,
        long sequence,
        String type,
        int revision,
        String metadata,
        byte[] data,
        @Nullable Object payload) {

    public NewEvent {
        Texts.requireUnique("id", id);
        Texts.requireUnique("stream", stream);
        Texts.requireStorable("type", type);
        Texts.requireStorable("metadata", metadata);
        if (sequence < 0) {
            throw new IllegalArgumentException("A sequence starts at 0: " + sequence);
        }
    }

    public NewEvent(String id, String stream, long sequence, String type, int revision, String metadata, byte[] data) {
        this(id, stream, sequence, type, revision, metadata, data, null);
    }
}
