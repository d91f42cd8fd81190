package io.partnerledger.log;

/** Another event already has this place in its stream: somebody else was first. */
public final class StreamConflict extends AppendConflict {

    private final String stream;
    private final long sequence;

    StreamConflict(String stream, long sequence) {
        super("Stream '" + stream + "' already has an event " + sequence);
        this.stream = stream;
        this.sequence = sequence;
    }

    public String stream() {
        return stream;
    }

    public long sequence() {
        return sequence;
    }
}
