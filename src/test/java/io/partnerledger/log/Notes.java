package io.partnerledger.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Events without a meaning, for tests of the log. */
final class Notes {

    private Notes() {}

    /** An event with a fresh id. */
    static NewEvent event(String stream, long sequence) {
        return event(UUID.randomUUID().toString(), stream, sequence);
    }

    static NewEvent event(String id, String stream, long sequence) {
        return event(id, stream, sequence, stream + " " + sequence);
    }

    /** The first of a stream, of more than so many bytes. */
    static NewEvent large(String stream, int bytes) {
        return event(UUID.randomUUID().toString(), stream, 0, "x".repeat(bytes));
    }

    private static NewEvent event(String id, String stream, long sequence, String text) {
        return new NewEvent(
                id,
                stream,
                sequence,
                "note.taken",
                1,
                EventMetadata.write(Map.of("actor", "ann")),
                ("{\"text\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    static Append append(String stream, long sequence, UniqueKey... keys) {
        return new Append(List.of(event(stream, sequence)), List.of(keys));
    }

    /** One append of the first events of a stream. */
    static Append stream(String stream, int length) {
        return new Append(IntStream.range(0, length)
                .mapToObj(sequence -> event(stream, sequence))
                .toList());
    }
}
