package io.partnerledger.wire;

import java.util.Map;

/**
 * A line of a journal, read and checked for itself: its attributes, its event and the bytes of its data. Whether its place
 * among the others is right, {@link JournalReader#place} tells.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record LoneLine(Attributes attributes, String stream, byte[] data, Object event) {

    /** What the line says beside its event: CloudEvents extensions by their names. */
    public Map<String, Object> metadata() {
        return attributes.metadata();
    }
}
