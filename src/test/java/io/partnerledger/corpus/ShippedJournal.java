package io.partnerledger.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partnerledger.wire.CloudEventLine;
import io.partnerledger.wire.Envelope;
import io.partnerledger.wire.JournalReader;
import io.partnerledger.wire.WireCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The files of the journal that ships: what a running ledger stored when it was sent the lines of the corpus, byte for
 * byte, under times, ids and actor that are the same each time. One entry a minute, one correlation id a file.
 */
final class ShippedJournal {

    static final Path FOLDER = Path.of("events", "journal");
    static final int FOUNDING_ORGANIZATIONS = 8;
    static final int FOUNDING_ANNOUNCEMENTS = 4;

    private static final List<Part> PARTS = List.of(
            new Part("0001-founding-article", 12, "2026-11-01T09:00:00Z", false),
            new Part("0002-announcements", 103, "2026-11-02T09:00:00Z", true),
            new Part("0003-editors-calls", 14, "2026-11-09T09:00:00Z", true),
            new Part("0004-merge-of-xai", 1, "2026-11-10T09:00:00Z", true));

    private record Part(String name, int entries, String start, boolean correlated) {

        String file() {
            return name + ".ndjson";
        }

        Map<String, Object> metadata() {
            return correlated ? Map.of("actor", "editor", "correlationid", name) : Map.of("actor", "editor");
        }
    }

    private ShippedJournal() {}

    /** The files by name, made of the log of a ledger that was sent the corpus in order. */
    static Map<String, String> files(String log) {
        List<Envelope> stored = new ArrayList<>();
        try {
            new JournalReader(new WireCodec())
                    .read("log", new ByteArrayInputStream(log.getBytes(UTF_8)), entry -> stored.add(entry.envelope()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> files = new LinkedHashMap<>();
        int from = 0;
        for (Part part : PARTS) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < part.entries(); i++) {
                Instant at = Instant.parse(part.start()).plus(Duration.ofMinutes(i));
                lines.append(line(stored.get(from + i), at, part)).append('\n');
            }
            files.put(part.file(), lines.toString());
            from += part.entries();
        }
        return files;
    }

    private static String line(Envelope stored, Instant recordedAt, Part part) {
        Envelope shipped = new Envelope(
                stored.position(),
                id(recordedAt, stored.position()),
                stored.stream(),
                stored.sequence(),
                stored.type(),
                stored.revision(),
                recordedAt,
                part.metadata(),
                stored.data());
        return new String(CloudEventLine.write(shipped), UTF_8);
    }

    /** A UUID of version 7 with the position where others have chance. */
    private static String id(Instant recordedAt, long position) {
        long millis = recordedAt.toEpochMilli();
        return String.format(Locale.ROOT, "%08x-%04x-7000-8000-%012x", millis >>> 16, millis & 0xffff, position);
    }
}
