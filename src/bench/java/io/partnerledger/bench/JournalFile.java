package io.partnerledger.bench;

import io.partnerledger.log.EventMetadata;
import io.partnerledger.log.NewEvent;
import io.partnerledger.log.Recorded;
import io.partnerledger.wire.CloudEventLine;
import io.partnerledger.wire.Envelope;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/** A journal as it is exchanged: one CloudEvents line an event. */
final class JournalFile {

    private JournalFile() {}

    static Path write(Path file, Iterator<Recorded> entries) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            long position = 0;
            while (entries.hasNext()) {
                Recorded recorded = entries.next();
                for (NewEvent event : recorded.append().events()) {
                    out.write(CloudEventLine.write(new Envelope(
                            position++,
                            event.id(),
                            event.stream(),
                            event.sequence(),
                            event.type(),
                            event.revision(),
                            recorded.recordedAt(),
                            EventMetadata.read(event.metadata()),
                            event.data())));
                    out.write('\n');
                }
            }
        }
        return file;
    }
}
