package io.partnerledger.log;

import java.nio.charset.StandardCharsets;

/** Stores text as it is. */
final class NoteCodec implements EventCodec {

    @Override
    public String typeOf(Object event) {
        return "note.taken";
    }

    @Override
    public int revisionOf(Object event) {
        return 1;
    }

    @Override
    public byte[] encode(Object event) {
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Object decode(String type, int revision, byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }
}
